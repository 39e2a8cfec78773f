import fc from 'fast-check';
import type { Row } from '@talka/domain/kernel';
import { describe, expect, it } from 'vitest';
import { Chunks } from './chunks.ts';
import type { Chunk } from './chunks.ts';

interface Note extends Row {
  readonly text: string;
}

const SIZE = 4;

/** Rows as a page has them, and the chunks as they lie on disk. */
function aDesk() {
  const rows = new Map<string, Note>();
  const disk = new Map<number, Chunk>();
  let chunks = new Chunks(() => SIZE);
  const flush = () => {
    const taken = chunks.take((_table, id) => rows.get(id));
    for (const chunk of taken) {
      if (chunk.rows.length === 0) disk.delete(chunk.n);
      else disk.set(chunk.n, chunk);
    }
    return taken.length;
  };
  const put = (id: string, text: string) => {
    rows.set(id, { id, text });
    chunks.touch(`note/${id}`);
  };
  const drop = (id: string) => {
    rows.delete(id);
    chunks.touch(`note/${id}`);
  };
  const reopen = () => {
    chunks = new Chunks(() => SIZE);
    chunks.settle(disk.values());
  };
  const kept = () => [...disk.values()].flatMap((chunk) => chunk.rows);
  return { rows, disk, flush, put, drop, reopen, kept };
}

const byId = (one: Row, other: Row) => (one.id < other.id ? -1 : 1);

describe('rows in chunks', () => {
  it('writes only the chunk of the row that changed', () => {
    const desk = aDesk();
    for (let at = 0; at < 20; at += 1) desk.put(`n${at}`, 'first');
    expect(desk.flush()).toBe(5);
    desk.put('n7', 'second');
    expect(desk.flush()).toBe(1);
    expect(desk.flush()).toBe(0);
  });

  it('removes a chunk whose rows are all gone, and fills what has room', () => {
    const desk = aDesk();
    for (const id of ['a', 'b', 'c', 'd', 'e']) desk.put(id, 'x');
    desk.flush();
    for (const id of ['a', 'b', 'c', 'd']) desk.drop(id);
    desk.flush();
    expect(desk.disk.size).toBe(1);
    for (const id of ['f', 'g', 'h']) desk.put(id, 'x');
    desk.flush();
    expect(desk.disk.size).toBe(1);
  });

  it('says nothing of a row that came and went between two writes', () => {
    const desk = aDesk();
    desk.put('a', 'x');
    desk.drop('a');
    expect(desk.flush()).toBe(0);
  });

  it('keeps exactly the rows there are, each once, whatever happens in between', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), id: fc.integer({ min: 0, max: 30 }), text: fc.string() }),
      fc.record({ do: fc.constant('drop' as const), id: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ do: fc.constant('flush' as const) }),
      fc.record({ do: fc.constant('reopen' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const desk = aDesk();
        for (const one of steps) {
          if (one.do === 'put') desk.put(`n${one.id}`, one.text);
          else if (one.do === 'drop') desk.drop(`n${one.id}`);
          else desk.flush();
          if (one.do === 'reopen') desk.reopen();
        }
        desk.flush();
        expect(desk.kept().toSorted(byId)).toEqual([...desk.rows.values()].toSorted(byId));
        for (const chunk of desk.disk.values()) expect(chunk.rows.length).toBeLessThanOrEqual(SIZE);
      }),
      { numRuns: 500 },
    );
  });
});
