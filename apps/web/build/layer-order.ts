import type { Plugin } from 'vite';

/** Begins every style sheet with the order of layers: whichever arrives first must not settle another one. */
export function layerOrder(...layers: readonly string[]): Plugin {
  const order = `@layer ${layers.join(',')};`;
  return {
    name: 'talka:layer-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = order + String(file.source);
      }
    },
  };
}
