import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, linesOf } from './text.ts';

const MAX = 20;

const line = (text: string, max = MAX): string | null => {
  const clean = cleanLine(text, max);
  return clean.ok ? clean.value : null;
};

const text = (raw: string, max = MAX): string | null => {
  const clean = cleanText(raw, max);
  return clean.ok ? clean.value : null;
};

/** Texts made to be awkward: controls, marks, halves of characters, white space of every kind. */
const awkward = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\r', '\n', '\r\n', '\t', '\v', '\u00A0'),
      fc.constantFrom('\u2028', '\u2029', '\u202A', '\u202E', '\u2066', '\u2069', '\uFEFF', '\uFFFA', '\u200B'),
      fc.constantFrom('\uD800', '\uDC00', '\u0301', 'e', 'e\u0301', 'é', '\u1161', '\u1100', '😀', ' '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What must never be stored: controls but tab and line feed, and what reorders text around itself. */
// oxlint-disable-next-line no-control-regex -- controls are exactly what it looks for
const NEVER = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/;

describe('one line', () => {
  test('keeps ordinary words of any language as they are', () => {
    for (const words of ['Team discount?', 'פגישה מחר', 'مرحبا بالعالم', '会議の準備', 'Ça va', '👩‍👩‍👧 trip', 'नमस्ते']) {
      expect(line(words, 40)).toBe(words);
    }
  });

  test('has single spaces and none at its ends', () => {
    expect(line('  two \t  words\u00A0\u2003here  ')).toBe('two words here');
  });

  test('turns line breaks of every kind into a space', () => {
    for (const brk of ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\n\r\n']) {
      expect(line(`one${brk}two`)).toBe('one two');
    }
  });

  test('loses controls', () => {
    expect(line('a\u0000b\u0007c\u001B[31md\u007F\u009Fe')).toBe('abc[31mde');
  });

  test('loses what would reorder the text around it', () => {
    for (const mark of ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069']) {
      expect(line(`invoice${mark}gpj.exe`)).toBe('invoicegpj.exe');
    }
  });

  test('keeps marks that real words need', () => {
    for (const mark of ['\u200C', '\u200D', '\u200E', '\u200F', '\u061C']) expect(line(`a${mark}b`)).toBe(`a${mark}b`);
  });

  test('replaces half a character instead of storing it', () => {
    expect(line('a\uD83Db')).toBe('a\uFFFDb');
    expect(line('\uDE00')).toBe('\uFFFD');
    expect(line('😀')).toBe('😀');
  });

  test('is stored composed, so that what looks alike is alike', () => {
    expect(line('Cafe\u0301')).toBe('Café');
    expect(line('\u1112\u1161\u11AB')).toBe('한');
  });

  test('is composed also where a control stood between a letter and its accent', () => {
    expect(line('Cafe\u0000\u0301')).toBe('Café');
  });

  test('refuses a text of nothing', () => {
    for (const nothing of ['', '   ', '\n\n', '\u0000\u0007', '\u202E', '\uFEFF', '\u00A0\u3000']) {
      expect(cleanLine(nothing, MAX)).toEqual({ ok: false, problem: { code: 'text-empty' } });
    }
  });

  test('refuses a text that nobody could see', () => {
    for (const unseen of ['\u200B', '\u200D\u200E', '\u00AD', '\u3164', '\u2060 \u2060', '\uFE0F']) {
      expect(cleanLine(unseen, MAX)).toEqual({ ok: false, problem: { code: 'text-empty' } });
    }
  });

  test('is as long as the limit at most, counted after cleaning', () => {
    expect(line('x'.repeat(MAX))).toBe('x'.repeat(MAX));
    expect(line(`  ${'x'.repeat(MAX)}\u0000\n`)).toBe('x'.repeat(MAX));
    expect(cleanLine('x'.repeat(MAX + 1), MAX)).toEqual({
      ok: false,
      problem: { code: 'text-too-long', info: { max: MAX } },
    });
    expect(line('😀'.repeat(MAX / 2))).toBe('😀'.repeat(MAX / 2));
    expect(line(`${'😀'.repeat(MAX / 2)}x`)).toBeNull();
  });

  test('whatever was typed, what is stored is safe, whole, composed and clean already', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const clean = line(raw, 200);
        if (clean === null) return;
        expect(clean).not.toMatch(NEVER);
        expect(clean).not.toMatch(/[\n\t]|\s\s|^\s|\s$/);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(line(clean, 200)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('text of many lines', () => {
  test('keeps lines, tabs and blank lines, and ends where its words end', () => {
    expect(text('a\r\nb\rc\n\n\td  \n\n ')).toBe('a\nb\nc\n\n\td');
  });

  test('may be empty', () => {
    expect(text('')).toBe('');
    expect(text(' \n ')).toBe('');
  });

  test('refuses more than the limit', () => {
    expect(text('x'.repeat(MAX))).toBe('x'.repeat(MAX));
    expect(cleanText('x'.repeat(MAX + 1), MAX)).toEqual({
      ok: false,
      problem: { code: 'text-too-long', info: { max: MAX } },
    });
  });

  test('whatever was typed, what is stored is safe, whole, composed and clean already', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const clean = text(raw, 200);
        if (clean === null) return;
        expect(clean).not.toMatch(NEVER);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(text(clean, 200)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the lines of a paste', () => {
  test('are each cleaned, blank ones left out', () => {
    expect(linesOf('one\r\n  two  words \n\n\t\nthree\u2028four\u0000')).toEqual(['one', 'two words', 'three', 'four']);
    expect(linesOf(' \n ')).toEqual([]);
  });

  test('leave out lines that nobody could see, so that they do not spoil the paste', () => {
    expect(linesOf('one\n\u200B\ntwo')).toEqual(['one', 'two']);
  });

  test('are each a line that can be stored as it is', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        for (const one of linesOf(raw)) expect(line(one, 200)).toBe(one);
      }),
    );
  });
});
