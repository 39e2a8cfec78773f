import { mailLayout } from '../../platform/mail/index.ts';
import { inLanguage, type MailTexts } from './mail-language.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function composeMail(texts: MailTexts, language: string, url: string): ComposedMail {
  const { subject, label, ...content } = inLanguage(texts, language);
  return { subject, ...mailLayout({ ...content, action: { label, url } }) };
}
