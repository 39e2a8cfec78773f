import { describe, expect, it } from 'vitest';
import { createUpdates } from './updates.ts';

describe('the build of the page and of the server', () => {
  it('are the same until the server names another, and again when it is set back', () => {
    const updates = createUpdates('one');
    updates.heard('one');
    expect(updates.isNewer.get()).toBe(false);
    updates.heard('two');
    expect(updates.isNewer.get()).toBe(true);
    updates.heard('one');
    expect(updates.isNewer.get()).toBe(false);
  });

  it('are not compared where one has no name', () => {
    const unbuilt = createUpdates(null);
    unbuilt.heard('two');
    expect(unbuilt.isNewer.get()).toBe(false);
    const updates = createUpdates('one');
    updates.heard(null);
    expect(updates.isNewer.get()).toBe(false);
  });
});
