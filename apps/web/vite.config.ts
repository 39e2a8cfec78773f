import babel from '@rolldown/plugin-babel';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keepLocales } from './build/keep-locales.ts';
import { layerOrder } from './build/layer-order.ts';
import { precompress } from './build/precompress.ts';
import { preloadFont } from './build/preload-font.ts';
import { serviceWorker } from './build/service-worker.ts';

const server = process.env.TALKA_SERVER ?? 'http://localhost:3000';

const config = defineConfig({
  root: import.meta.dirname,
  plugins: [
    babel({ presets: [linguiTransformerBabelPreset({}, { cwd: import.meta.dirname })] }),
    react(),
    lingui({ cwd: import.meta.dirname, failOnCompileError: true }),
    keepLocales(['en', 'ar']),
    layerOrder('base', 'ui', 'app'),
    preloadFont('inter-latin-wght-normal'),
    serviceWorker('inter-latin-wght-normal'),
    precompress(),
  ],
  // Names of grid areas are shared between the shell and what stands in it.
  css: { transformer: 'lightningcss', lightningcss: { cssModules: { grid: false } } },
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What several screens share is one file: sixty small ones would each wait for a free connection, and weigh more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
});

export { config as default };
