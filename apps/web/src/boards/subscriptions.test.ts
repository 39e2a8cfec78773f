import { describe, expect, it } from 'vitest';
import { Subscriptions } from './subscriptions.ts';

function heard(subscriptions: Subscriptions, ...keys: readonly string[]) {
  const told: string[] = [];
  const ends = keys.map((key) => subscriptions.subscribe(key, () => told.push(key)));
  return { told, end: (at: number) => ends[at]?.() };
}

describe('who hears of a change', () => {
  it('is who asked for that row or list, once a batch', () => {
    const subscriptions = new Subscriptions();
    const { told } = heard(subscriptions, 'task/a', 'task/b', 'task@next');
    subscriptions.touch('task/a');
    subscriptions.touch('task/a');
    subscriptions.touch('task@next');
    expect(told).toEqual([]);
    subscriptions.flush();
    expect(told).toEqual(['task/a', 'task@next']);
  });

  it('hears nothing of a batch without a change', () => {
    const subscriptions = new Subscriptions();
    const { told } = heard(subscriptions, 'task/a');
    subscriptions.touch('task/a');
    subscriptions.flush();
    subscriptions.flush();
    expect(told).toEqual(['task/a']);
  });

  it('isn’t told of what happened before', () => {
    const subscriptions = new Subscriptions();
    subscriptions.touch('task/a');
    const { told } = heard(subscriptions, 'task/a');
    subscriptions.flush();
    expect(told).toEqual([]);
  });

  it('no longer hears after leaving, though others still do', () => {
    const subscriptions = new Subscriptions();
    const first = heard(subscriptions, 'task/a');
    const second = heard(subscriptions, 'task/a');
    first.end(0);
    subscriptions.touch('task/a');
    subscriptions.flush();
    expect(first.told).toEqual([]);
    expect(second.told).toEqual(['task/a']);
  });

  it('may leave twice without taking away who came after', () => {
    const subscriptions = new Subscriptions();
    const first = heard(subscriptions, 'task/a');
    first.end(0);
    const second = heard(subscriptions, 'task/a');
    first.end(0);
    subscriptions.touch('task/a');
    subscriptions.flush();
    expect(second.told).toEqual(['task/a']);
  });

  it('may leave while being told', () => {
    const subscriptions = new Subscriptions();
    const told: string[] = [];
    const end = subscriptions.subscribe('task/a', () => {
      told.push('first');
      end();
    });
    subscriptions.subscribe('task/a', () => told.push('second'));
    subscriptions.touch('task/a');
    subscriptions.flush();
    subscriptions.touch('task/a');
    subscriptions.flush();
    expect(told).toEqual(['first', 'second', 'second']);
  });

  it('is everybody when everything may be different', () => {
    const subscriptions = new Subscriptions();
    const { told } = heard(subscriptions, 'task/a', 'task/b');
    subscriptions.touch('task/a');
    subscriptions.flushAll();
    expect(told).toEqual(['task/a', 'task/b']);
    subscriptions.flush();
    expect(told).toHaveLength(2);
  });
});
