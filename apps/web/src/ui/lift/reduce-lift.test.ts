import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IDLE, type Grip, type LiftEvent, type LiftState, type PointerKind } from './lift-state.ts';
import { reduceLift } from './reduce-lift.ts';

const grip: Grip = { id: 'task', listId: 'doing', kind: 'card' };
const target = { listId: 'done', after: 'other' };

function pressedWith(pointer: PointerKind, pointerId = 1): LiftEvent {
  return { name: 'pressed', grip, pointerId, pointer, at: { x: 10, y: 10 } };
}

function movedTo(x: number, y: number, pointerId = 1): LiftEvent {
  return { name: 'moved', pointerId, at: { x, y } };
}

function after(...events: readonly LiftEvent[]): LiftState {
  return events.reduce<LiftState>(reduceLift, IDLE);
}

const dragged = [pressedWith('mouse'), movedTo(20, 10)];
const picked: LiftEvent = { name: 'picked', grip, target: { listId: 'doing', after: null } };
const released: LiftEvent = { name: 'released', pointerId: 1 };

describe('a press', () => {
  test('of a mouse drags after 4 pixels, not before', () => {
    expect(after(pressedWith('mouse'), movedTo(13, 10)).name).toBe('pressing');
    expect(after(pressedWith('mouse'), movedTo(14, 10)).name).toBe('dragging');
  });

  test('of a pen drags like a mouse', () => {
    expect(after(pressedWith('pen'), movedTo(10, 15)).name).toBe('dragging');
  });

  test('of a finger drags once held, where it was put down', () => {
    const state = after(pressedWith('touch'), movedTo(13, 12), { name: 'held' });
    expect(state).toMatchObject({ name: 'dragging', start: { x: 10, y: 10 } });
  });

  test('of a finger that moves on is a swipe', () => {
    expect(after(pressedWith('touch'), movedTo(10, 19))).toBe(IDLE);
  });

  test('released is a click, cancelled is nothing', () => {
    expect(after(pressedWith('mouse'), released)).toBe(IDLE);
    expect(after(pressedWith('touch'), { name: 'cancelled' })).toBe(IDLE);
    expect(after(pressedWith('touch'), { name: 'gone' })).toBe(IDLE);
  });

  test('ends with a second finger', () => {
    expect(after(pressedWith('touch'), pressedWith('touch', 2))).toBe(IDLE);
  });

  test('minds only its own pointer', () => {
    expect(after(pressedWith('mouse'), movedTo(90, 90, 2)).name).toBe('pressing');
    expect(after(pressedWith('mouse'), { name: 'released', pointerId: 2 }).name).toBe('pressing');
  });
});

describe('a drag', () => {
  test('drops where it aims', () => {
    const state = after(...dragged, { name: 'aimed', target }, released);
    expect(state).toMatchObject({ name: 'settling', by: 'pointer', end: { kind: 'dropped', target } });
  });

  test('returns when let go over nothing', () => {
    expect(after(...dragged, released)).toMatchObject({ end: { kind: 'returned', why: 'nowhere' } });
  });

  test('returns on Escape, a lost pointer or a second one', () => {
    const back = { name: 'settling', end: { kind: 'returned', why: 'cancelled' } };
    const aimed = [...dragged, { name: 'aimed', target } as const];
    expect(after(...aimed, { name: 'cancelled' })).toMatchObject(back);
    expect(after(...aimed, pressedWith('mouse', 2))).toMatchObject(back);
  });

  test('ends when the item is deleted meanwhile', () => {
    expect(after(...dragged, { name: 'gone' })).toMatchObject({ end: { kind: 'returned', why: 'gone' } });
  });

  test('goes on from the list somebody else moved the item to', () => {
    expect(after(...dragged, { name: 'rehomed', listId: 'ready' })).toMatchObject({ grip: { listId: 'ready' } });
  });
});

describe('carrying by keys', () => {
  test('starts at home and drops where it was carried', () => {
    const state = after(picked, { name: 'aimed', target }, { name: 'put' });
    expect(state).toMatchObject({ name: 'settling', by: 'keys', end: { kind: 'dropped', target } });
  });

  test('returns on Escape or a click elsewhere', () => {
    const back = { name: 'settling', by: 'keys', end: { kind: 'returned', why: 'cancelled' } };
    expect(after(picked, { name: 'cancelled' })).toMatchObject(back);
    expect(after(picked, pressedWith('mouse'))).toMatchObject(back);
  });

  test('ends when the item is deleted meanwhile', () => {
    expect(after(picked, { name: 'gone' })).toMatchObject({ end: { kind: 'returned', why: 'gone' } });
  });
});

describe('settling', () => {
  test('is over when the card has arrived', () => {
    expect(after(...dragged, released, { name: 'settled' })).toBe(IDLE);
  });

  test('does not keep the next item waiting', () => {
    expect(after(...dragged, released, pressedWith('mouse')).name).toBe('pressing');
    expect(after(...dragged, released, picked).name).toBe('carrying');
  });
});

const anyEvent: fc.Arbitrary<LiftEvent> = fc.oneof(
  fc.constantFrom<LiftEvent>(
    pressedWith('mouse'),
    pressedWith('touch'),
    picked,
    released,
    { name: 'held' },
    { name: 'put' },
    { name: 'gone' },
    { name: 'settled' },
    { name: 'cancelled' },
    { name: 'aimed', target },
    { name: 'aimed', target: null },
    { name: 'rehomed', listId: 'ready' },
  ),
  fc.record({ x: fc.nat(40), y: fc.nat(40) }).map(({ x, y }) => movedTo(x, y)),
);

test('whatever happens, Escape and a moment bring it to rest', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      expect(after(...events, { name: 'cancelled' }, { name: 'settled' })).toBe(IDLE);
    }),
  );
});

test('an item drops at most once for each time it was lifted', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      let state: LiftState = IDLE;
      let lifted = 0;
      let ended = 0;
      for (const event of events) {
        const next = reduceLift(state, event);
        const isLifted = next.name === 'dragging' || next.name === 'carrying';
        if (isLifted && next.name !== state.name) lifted += 1;
        if (next.name === 'settling' && state.name !== 'settling') ended += 1;
        state = next;
      }
      expect(ended).toBeLessThanOrEqual(lifted);
    }),
  );
});
