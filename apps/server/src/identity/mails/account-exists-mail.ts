import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { MailTexts } from './mail-language.ts';

/** Answers a sign-up with an address that has an account; only its owner learns that it does. */
export function accountExistsMail(language: string, url: string): ComposedMail {
  return composeMail(TEXTS, language, url);
}

const TEXTS: MailTexts = {
  en: {
    subject: 'You already have an account',
    paragraphs: ['Somebody, perhaps you, tried to sign up to Talka with this address. You already have an account.'],
    label: 'Sign in',
    closing: ['If you forgot your password, ask for a new one on that page. If it wasn’t you, there is nothing to do.'],
  },
  ar: {
    subject: 'لديك حساب بالفعل',
    paragraphs: ['حاول شخصٌ ما، ربما أنت، التسجيل في Talka بهذا العنوان. لديك حساب بالفعل.'],
    label: 'تسجيل الدخول',
    closing: ['إن نسيت كلمة المرور، فاطلب كلمة جديدة في تلك الصفحة. وإن لم تكن أنت، فلا داعي لفعل أي شيء.'],
  },
};
