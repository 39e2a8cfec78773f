import type { Plugin } from 'vite';

/** Preloads one font file in index.html, so that the first text is painted in it and nothing jumps. */
export function preloadFont(name: string): Plugin {
  return {
    name: 'talka:preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((path) => path.includes(name));
        if (!file) throw new Error(`no font named ${name} in the build`);
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' as const }];
      },
    },
  };
}
