import { describe, expect, test } from 'vitest';
import { accountExistsMail } from './account-exists-mail.ts';
import { resetPasswordMail } from './reset-password-mail.ts';
import { verifyAddressMail } from './verify-address-mail.ts';

const URL = 'https://talka.example.com/x#secret';

describe.each([
  ['verify address', verifyAddressMail],
  ['account exists', accountExistsMail],
  ['reset password', resetPasswordMail],
])('the mail "%s"', (_, mail) => {
  test('carries its link in both forms', () => {
    const { text, html } = mail('en', URL);
    expect(text).toContain(`\n${URL}\n`);
    expect(html).toContain(`href="${URL}"`);
  });

  test('is written in Arabic for those who read it, from right to left', () => {
    for (const language of ['ar', 'ar-EG', 'AR']) {
      const { subject, html } = mail(language, URL);
      expect(subject).toMatch(/[\u0600-\u06FF]/);
      expect(html).toContain('dir="rtl"');
    }
  });

  test('is written in English for everybody else', () => {
    expect(mail('lv', URL)).toEqual(mail('en', URL));
    expect(mail('arn', URL)).toEqual(mail('en', URL));
    expect(mail('', URL)).toEqual(mail('en', URL));
  });
});
