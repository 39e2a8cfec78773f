import { columns } from '@talka/domain/boards';
import type { Fields, Row, Store } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { BOARD_TABLES } from '@talka/domain/wire';

/** How one copy of a board differs from another, each as the end of a sentence; texts fetched one by one left out. */
export function differences(one: Store, other: Store): readonly string[] {
  const rows = BOARD_TABLES.filter(({ name }) => name !== 'description').flatMap((table) => {
    const [mine, theirs] = [byId(one.rows<Row>(table)), byId(other.rows<Row>(table))];
    const ids = new Set([...mine.keys(), ...theirs.keys()]);
    return [...ids]
      .filter((id) => mine.get(id) !== theirs.get(id))
      .map((id) => `${table.name} ${id} is ${mine.get(id) ?? 'missing'} instead of ${theirs.get(id) ?? 'missing'}`);
  });
  const lists = [...one.list(columns)].filter((id) => one.list(tasks, id).join() !== other.list(tasks, id).join());
  const order = one.list(columns).join() === other.list(columns).join() ? [] : ['its columns are in another order'];
  return [...rows, ...order, ...lists.map((id) => `the tasks of column ${id} are in another order`)];
}

/** Fields sorted by name; one that isn't set is the same as null. */
function byId(rows: Iterable<Row>): ReadonlyMap<string, string> {
  return new Map([...rows].map((row) => [row.id, sorted(row as unknown as Fields)]));
}

function sorted(fields: Fields): string {
  const names = Object.keys(fields).toSorted();
  return JSON.stringify(names.map((name) => [name, fields[name] ?? null]));
}
