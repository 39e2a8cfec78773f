import { describe, expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

describe('a name in a mail to somebody else', () => {
  test('stays as it is when it is a name', () => {
    for (const name of ['Mara Liepa', 'Dr. Kārlis Bērziņš', 'فاطمة الزهراء', '山田 太郎', "O'Neill-Smith"]) {
      expect(safeName(name)).toBe(name);
    }
  });

  test('breaks no line and adds no header', () => {
    expect(safeName('Mara\r\nBcc: everyone@example.com')).toBe('Mara Bcc: everyone example com');
    expect(safeName('a\u2028b\u0000c\u202Ed')).toBe('a b c d');
  });

  test('carries no link', () => {
    expect(safeName('Win money https://evil.example/x now')).toBe('Win money now');
    expect(safeName('visit evil.com or www.evil.example/path')).toBe('visit evil com or www evil example path');
    expect(safeName('evil。com')).toBe('evil com');
  });

  test('is cut to sixty characters, whole ones', () => {
    expect(Array.from(safeName('x'.repeat(500)))).toHaveLength(60);
    expect(safeName('😀'.repeat(500)).isWellFormed()).toBe(true);
  });
});
