import { i18n } from '@lingui/core';
import { LIMITS } from '@talka/domain/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { boardProblemSentence } from './board-problem-sentence.ts';

const SOURCES: Readonly<Record<string, string>> = import.meta.glob(
  ['../../../../packages/domain/src/**/*.ts', '!**/*.test.ts', '!**/testing.ts', '!**/testing/**'],
  { query: '?raw', import: 'default', eager: true },
);
const REFUSED = /\bno(?:<\w+>)?\(\{\s*code: '([a-z-]+)'/g;
const CODES = [
  ...new Set(Object.values(SOURCES).flatMap((text) => [...text.matchAll(REFUSED)].map(([, code]) => code))),
];
const unknown = () => boardProblemSentence({ code: 'a code of a newer server' });

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

describe('why a change was refused', () => {
  it('is looked for in every rule of the domain', () => {
    expect(Object.keys(SOURCES).length).toBeGreaterThan(30);
    expect(CODES).toEqual(expect.arrayContaining(['forbidden', 'last-admin', 'board-full', 'column-fixed']));
  });

  it.each(CODES)('%s has a sentence of its own', (code = '') => {
    const sentence = boardProblemSentence({ code, info: { max: 7 } });
    expect(sentence).not.toBe(unknown());
    expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it('is told in no sentence twice', () => {
    const sentences = CODES.map((code = '') => boardProblemSentence({ code, info: { max: 7 } }));
    expect(new Set(sentences).size).toBe(CODES.length);
  });

  it('names the limit that was met', () => {
    const limited = (code: string, max: number) => boardProblemSentence({ code, info: { max } });
    expect(limited('text-too-long', LIMITS.taskTitle)).toBe('This text is too long: 500 characters at most.');
    expect(limited('board-full', LIMITS.tasksPerBoard)).toBe('A board has 50,000 tasks at most.');
    expect(limited('too-many-columns', 1)).toBe('A board has 1 column at most.');
  });

  it('of a newer server is still a sentence', () => {
    expect(unknown()).toBe("The server didn't accept this change, so it was taken back.");
  });
});
