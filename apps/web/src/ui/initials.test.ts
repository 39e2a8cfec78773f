import { describe, expect, it } from 'vitest';
import { hueOf } from './hue.ts';
import { initialsOf } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Ana Kovač', 'AK'],
    ['  ana maria kovač ', 'AK'],
    ['Yuki', 'Y'],
    ['عمر حداد', 'ع'],
    ['田中 由紀', '田'],
    ['"Quoted" O\'Neil', 'QO'],
    ['', '?'],
    ['—', '?'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('stand on a hue that an id keeps', () => {
    expect(hueOf('018f-a')).toBe(hueOf('018f-a'));
    expect(hueOf('018f-a')).not.toBe(hueOf('018f-b'));
  });
});
