import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { MailTexts } from './mail-language.ts';

export function resetPasswordMail(language: string, url: string): ComposedMail {
  return composeMail(TEXTS, language, url);
}

const TEXTS: MailTexts = {
  en: {
    subject: 'Reset your password',
    paragraphs: ['Somebody, we hope you, asked to reset the password of your Talka account.'],
    label: 'Choose a new password',
    closing: [
      'The link works once, for one hour. A new password signs you out everywhere.',
      'If it wasn’t you, ignore this mail: your password stays as it is.',
    ],
  },
  ar: {
    subject: 'أعد تعيين كلمة المرور',
    paragraphs: ['طلب شخصٌ ما، ونأمل أن يكون أنت، إعادة تعيين كلمة المرور لحسابك في Talka.'],
    label: 'اختر كلمة مرور جديدة',
    closing: [
      'يعمل الرابط مرة واحدة ولمدة ساعة. تُخرجك كلمة المرور الجديدة من جميع أجهزتك.',
      'إن لم تكن أنت، فتجاهل هذه الرسالة: ستبقى كلمة المرور كما هي.',
    ],
  },
};
