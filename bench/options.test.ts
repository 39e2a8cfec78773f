import { describe, expect, it } from 'vitest';
import { readOptions, SECTIONS } from './options.ts';

describe('the words behind npm run bench', () => {
  it('measure everything when there are none', () => {
    expect(readOptions([])).toEqual({ sections: SECTIONS, isQuick: false });
  });

  it('choose sections and speed', () => {
    expect(readOptions(['--only', 'fanout,open', '--quick'])).toEqual({ sections: ['open', 'fanout'], isQuick: true });
  });

  it('are refused in a sentence when unknown', () => {
    expect(readOptions(['--only', 'fan-out'])).toContain('No such section: fan-out.');
    expect(readOptions(['--fast'])).toContain('"--fast" is not understood.');
  });
});
