import { describe, expect, test } from 'vitest';
import { measureFile } from './measure.ts';

describe('a measured file', () => {
  const text = [
    '/** Says',
    ' * why. */', // 1, 2
    'export function outer(list: readonly number[]): number {', // 3
    '  const inner = (): number => {', // 4
    '    return 1; // because', // 5
    '  };', // 6
    '', // 7
    '  // only a comment', // 8
    '  return list.filter((item) => item > 1).map((item) => {', // 9
    '    return item;', // 10
    '  }).length + inner();', // 11
    '}', // 12
    'export class Turn {', // 13
    '  constructor() {}', // 14
    '  next(): void {}', // 15
    '}', // 16
    'declare function elsewhere(): void;', // 17
    '',
  ].join('\n');
  const measured = measureFile('a/turn.ts', text);

  test('counts its lines, and those that hold code', () => {
    expect(measured.lines).toBe(17);
    expect(measured.codeLines).toBe(13);
  });

  test('lists functions with a body, and callbacks longer than a line', () => {
    expect(measured.functions).toEqual([
      { name: 'outer', line: 3, lines: 10 },
      { name: 'inner', line: 4, lines: 3 },
      { name: '', line: 9, lines: 3 },
      { name: 'constructor', line: 14, lines: 1 },
      { name: 'next', line: 15, lines: 1 },
    ]);
  });

  test('counts every line of a text that spans lines, and markup', () => {
    expect(measureFile('a.ts', 'export const text = `one\n\nthree`;\n').codeLines).toBe(3);
    const part = measureFile('part.tsx', 'export const Part = () => (\n  <p>\n    hello\n  </p>\n);\n');
    expect(part.codeLines).toBe(5);
    expect(part.functions).toEqual([{ name: 'Part', line: 1, lines: 5 }]);
  });

  test('is empty when the file is', () => {
    expect(measureFile('a.ts', '')).toEqual({ path: 'a.ts', lines: 0, codeLines: 0, functions: [] });
  });
});
