import { defineConfig } from '@lingui/conf';

export const config = defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ar', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { default: 'en' },
  catalogs: [{ path: '<rootDir>/../../locales/{locale}/messages', include: ['<rootDir>/src'] }],
  orderBy: 'message',
});

// The tools read the default export.
export { config as default };
