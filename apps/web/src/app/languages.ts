/** The languages Talka speaks so far. A new one: its catalog in /locales, a line here, a line in `load-catalog.ts`. */
export interface Language {
  readonly tag: 'en' | 'ar' | 'pseudo';
  /** In its own words. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For `Intl` and the `lang` attribute; digits as on keyboards, so that numbers and ids read the same everywhere. */
  readonly locale: string;
}

const ENGLISH: Language = { tag: 'en', name: 'English', direction: 'ltr', locale: 'en' };
const ARABIC: Language = { tag: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' };
const PSEUDO: Language = { tag: 'pseudo', name: 'Ƥśēũďō', direction: 'ltr', locale: 'en' };

/** Those a person can choose. */
export const LANGUAGES: readonly Language[] = [ENGLISH, ARABIC];

/** The language for a tag such as `ar-EG`, or nothing when we don't speak it. `pseudo` is for checking texts. */
export function languageOf(tag: string | null | undefined): Language | null {
  const base = tag?.toLowerCase().split('-')[0];
  return [...LANGUAGES, PSEUDO].find((language) => language.tag === base) ?? null;
}

/** The first of the wanted languages that we speak, else English. */
export function bestLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return ENGLISH;
}
