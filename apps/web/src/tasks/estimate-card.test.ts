import { newTask, type Task } from '@talka/domain/tasks';
import { describe, expect, it } from 'vitest';
import { estimateCard } from './estimate-card.ts';

const aTask = (some: Partial<Task> = {}): Task => ({
  ...newTask({ id: 'a', columnId: 'next', position: 'a', title: 'Write', createdBy: 'ada', createdAt: 0 }),
  ...some,
});

describe('the height of a card that nobody has seen yet', () => {
  it('grows with its title, up to the six lines that are shown', () => {
    const one = estimateCard(aTask());
    const two = estimateCard(aTask({ title: 'w'.repeat(40) }));
    const six = estimateCard(aTask({ title: 'w'.repeat(190) }));
    const most = estimateCard(aTask({ title: 'w'.repeat(500) }));
    expect(one).toBeLessThan(two);
    expect(two).toBeLessThan(six);
    expect(most).toBe(six);
  });

  it('has room for the signs below the title', () => {
    const plain = estimateCard(aTask());
    expect(estimateCard(aTask({ status: 'blocked' }))).toBeGreaterThan(plain);
    expect(estimateCard(aTask({ described: 1 }))).toBeGreaterThan(plain);
    expect(estimateCard(aTask({ trashedAt: 1, trashedBy: 'ada' }))).toBeGreaterThan(plain);
  });

  it('grows by a row for tags, and by more where they wrap', () => {
    const height = (tags: readonly string[]) => estimateCard(aTask(), { tags, people: 0 });
    expect(height(['Design'])).toBeGreaterThan(height([]));
    expect(height(['Design', 'Docs'])).toBe(height(['Design']));
    expect(height(Array.from({ length: 12 }, () => 'Accessibility'))).toBeGreaterThan(height(['Design']));
  });

  it('has room for people, and a second row where status, date and people don’t fit into one', () => {
    const people = (some: Partial<Task>) => estimateCard(aTask(some), { tags: [], people: 9 });
    expect(people({})).toBeGreaterThan(estimateCard(aTask()));
    expect(people({ status: 'needs-review', dueDate: '2026-12-24' })).toBeGreaterThan(people({}));
  });

  it('is one line’s for a task that is no longer there', () => {
    expect(estimateCard(undefined)).toBe(estimateCard(aTask()));
  });
});
