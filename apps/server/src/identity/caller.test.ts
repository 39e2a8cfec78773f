import { describe, expect, test } from 'vitest';
import { readCookies } from './caller.ts';

const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';

describe('the cookies of a request', () => {
  test('are read when they hold a secret of ours', () => {
    const cookies = readCookies(`theme=dark; talka=${SECRET};__Host-talka=${SECRET}`);
    expect([...cookies]).toEqual([
      ['talka', SECRET],
      ['__Host-talka', SECRET],
    ]);
  });

  test('are left out otherwise', () => {
    for (const header of [undefined, '', ';;=', 'talka', `talka=${SECRET}x`, `talka="${SECRET}"`, `=${SECRET}`]) {
      expect(readCookies(header).size).toBe(0);
    }
  });

  test('count once, the first time', () => {
    const other = SECRET.toLowerCase();
    expect(readCookies(`talka=${SECRET}; talka=${other}`).get('talka')).toBe(SECRET);
  });
});
