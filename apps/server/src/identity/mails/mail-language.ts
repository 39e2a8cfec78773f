import type { MailContent } from '../../platform/mail/index.ts';

/** A mail in the languages it is written in; English for everybody else. */
export type MailTexts = Readonly<Record<'en' | 'ar', MailText>>;

export interface MailText extends Omit<MailContent, 'language' | 'action'> {
  readonly subject: string;
  readonly label: string;
}

export function inLanguage(texts: MailTexts, language: string): MailText & { readonly language: 'en' | 'ar' } {
  const known = /^ar\b/i.test(language) ? 'ar' : 'en';
  return { ...texts[known], language: known };
}
