import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { MailTexts } from './mail-language.ts';

/** The name somebody typed is left out: it is not known yet whose it is. */
export function verifyAddressMail(language: string, url: string): ComposedMail {
  return composeMail(TEXTS, language, url);
}

const TEXTS: MailTexts = {
  en: {
    subject: 'Confirm your e-mail address',
    paragraphs: ['Somebody, we hope you, signed up to Talka with this address. Confirm that it is yours to begin.'],
    label: 'Confirm address',
    closing: ['The link works for 24 hours. If it wasn’t you, ignore this mail: nothing happens without the link.'],
  },
  ar: {
    subject: 'أكّد عنوان بريدك الإلكتروني',
    paragraphs: ['سجّل شخصٌ ما، ونأمل أن يكون أنت، في Talka بهذا العنوان. أكّد أنه عنوانك لتبدأ.'],
    label: 'تأكيد العنوان',
    closing: ['يعمل الرابط لمدة 24 ساعة. إن لم تكن أنت، فتجاهل هذه الرسالة: لن يحدث شيء من دون الرابط.'],
  },
};
