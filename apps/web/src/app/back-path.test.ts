import { describe, expect, it } from 'vitest';
import { backPath } from './back-path.ts';

describe('the way back after signing in', () => {
  it('keeps a path of this site, with its secret behind #', () => {
    expect(backPath('/b/1/t/2?x=1')).toBe('/b/1/t/2?x=1');
    expect(backPath('/join#token')).toBe('/join#token');
  });

  it.each(['https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', '', undefined, 7])(
    'never leads elsewhere: %s',
    (wanted) => {
      expect(backPath(wanted)).toBe('/');
    },
  );
});
