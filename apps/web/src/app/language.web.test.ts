import { i18n } from '@lingui/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLanguage } from './language.ts';
import { bestLanguage, languageOf } from './languages.ts';
import { remember, remembered } from './remembered.ts';
import { createTheme } from './theme.ts';

const root = () => document.createElement('html');

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the language', () => {
  it('is the first one wanted that Talka speaks, whatever the country', () => {
    expect(bestLanguage(['xx', null, 'ar-EG', 'en']).tag).toBe('ar');
    expect(bestLanguage(['EN-gb']).tag).toBe('en');
    expect(bestLanguage(['tlh']).tag).toBe('en');
    expect(languageOf('tlh')).toBeNull();
    expect(languageOf('')).toBeNull();
  });

  it('turns words, direction and formats together', async () => {
    const page = root();
    const language = await createLanguage(page);
    expect([page.lang, page.dir]).toEqual(['en', 'ltr']);
    await language.change('ar');
    expect([page.lang, page.dir]).toEqual(['ar', 'rtl']);
    expect(i18n.locale).toBe('ar');
    expect(language.get().name).toBe('العربية');
    expect(new Intl.NumberFormat(language.get().locale).format(2_026)).toMatch(/2.?026/);
  });

  it('is remembered for the next visit', async () => {
    const language = await createLanguage(root());
    await language.change('ar');
    const page = root();
    await createLanguage(page);
    expect(page.lang).toBe('ar');
  });

  it('after two quick choices is the last', async () => {
    const page = root();
    const language = await createLanguage(page);
    await Promise.all([language.change('ar'), language.change('en')]);
    expect(page.lang).toBe('en');
    expect(page.dir).toBe('ltr');
  });

  it('for checking texts stretches every word, and reads as English', async () => {
    const page = root();
    const language = await createLanguage(page);
    await language.change('pseudo');
    expect(page.lang).toBe('en');
    await language.change('en');
  });
});

describe('the theme', () => {
  it('is the system’s until another is chosen', () => {
    const page = root();
    const theme = createTheme(page);
    expect(theme.get()).toBe('system');
    expect(page.dataset['theme']).toBeUndefined();
    theme.change('dark');
    expect(page.dataset['theme']).toBe('dark');
  });

  it('is remembered, and forgotten when it is the system’s again', () => {
    createTheme(root()).change('dark');
    const page = root();
    const theme = createTheme(page);
    expect(page.dataset['theme']).toBe('dark');
    theme.change('system');
    expect(page.dataset['theme']).toBeUndefined();
    expect(remembered('theme')).toBeNull();
  });

  it('that nobody knows is the system’s', () => {
    remember('theme', 'neon');
    expect(createTheme(root()).get()).toBe('system');
  });
});

describe('what the browser remembers', () => {
  it('isn’t needed where storage is switched off', () => {
    const refuse = () => {
      throw new DOMException('denied');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    expect(() => remember('theme', 'dark')).not.toThrow();
    expect(remembered('theme')).toBeNull();
    expect(createTheme(root()).get()).toBe('system');
  });
});
