import { describe, expect, test } from 'vitest';
import { mailLayout } from './mail-layout.ts';

const content = {
  language: 'en',
  paragraphs: ['Hello <b>Mara</b> & "friends"'],
  action: { label: 'Open', url: 'https://talka.example/join#a&b' },
  closing: ['For one hour.'],
};

describe('the layout of a mail', () => {
  test('says the same in text and HTML', () => {
    const { text, html } = mailLayout(content);
    expect(text).toBe(
      'Hello <b>Mara</b> & "friends"\n\nOpen:\nhttps://talka.example/join#a&b\n\nFor one hour.\n\n— Talka',
    );
    expect(html).toContain('href="https://talka.example/join#a&#38;b"');
    expect(html).toContain('For one hour.');
  });

  test('lets no markup in', () => {
    const { html } = mailLayout({ ...content, language: '"><script>', action: { label: '<i>', url: 'x" onclick="y' } });
    expect(html).not.toMatch(/<script|<b>|<i>|onclick="/);
  });

  test('runs from right to left in Arabic', () => {
    expect(mailLayout({ ...content, language: 'ar' }).html).toMatch(
      /<html lang="ar" dir="rtl">[\s\S]*text-align:right/,
    );
    expect(mailLayout({ ...content, language: 'en-GB' }).html).toMatch(/dir="ltr">[\s\S]*text-align:left/);
  });
});
