import type { Plugin } from 'vite';

const ARIA_LOCALE =
  /[\\/]node_modules[\\/](?:react-aria|react-stately|react-aria-components|@react-aria|@react-stately)[\\/].*[\\/]([a-z]{2,3}-[A-Z]{2})\.m?js$/;

/** React Aria ships its few words in 34 languages; those we don't speak yet are left out of the bundle. */
export function keepLocales(languages: readonly string[]): Plugin {
  return {
    name: 'talka:keep-locales',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const tag = ARIA_LOCALE.exec(id)?.[1];
      if (!tag || languages.includes(tag.slice(0, 2))) return null;
      return 'const none = {}; export { none as default };';
    },
  };
}
