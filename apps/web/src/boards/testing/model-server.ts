import { boards, columns } from '@talka/domain/boards';
import type { Role } from '@talka/domain/boards';
import type { Problem, Row, UserId } from '@talka/domain/kernel';
import { boardStore, BOARD_TABLES, runCommand, SCHEMA_VERSION, snapshotTables } from '@talka/domain/wire';
import type { ClientFrame, Committed, Pending, Refused, ServerFrame, Snapshot } from '@talka/domain/wire';

export const BOARD = 'board';
export const ANNA = 'anna' as UserId;
interface Mark {
  last: number;
  refused: Refused[];
}

/** One socket, as the server sees it. */
export interface Line {
  readonly receive: (frame: ServerFrame) => void;
  readonly cut: () => void;
  cid: string | null;
}

/** A board's server after design.md §3, in memory: decides by client and counter, and tells everybody who joined. */
export class ModelServer {
  readonly store = boardStore();
  /** The names the board was given, in the order they were committed. */
  readonly names: string[] = [];
  role: Role | null = 'admin';
  isUp = true;
  seq = 1;
  readonly #marks = new Map<string, Mark>();
  readonly #lines = new Set<Line>();

  constructor() {
    this.store.load(boards, [{ id: BOARD, accountId: 'account', kind: 'task', name: 'Garden', createdAt: 0 }]);
    const many = Array.from({ length: 5 }, (_, at) => ({ id: `c${at}`, name: `Column ${at}`, position: `a${at}` }));
    this.store.load(
      columns,
      many.map((column) => ({ ...column, kind: 'stage' as const })),
    );
  }

  setUp(isUp: boolean): void {
    this.isUp = isUp;
    if (!isUp) for (const line of [...this.#lines]) line.cut();
  }

  /** As if it were set back to a backup of before anybody's counters. */
  forgetCounters(): void {
    this.#marks.clear();
  }

  /** Somebody else calls the board something. */
  rename(name: string): void {
    this.#run('somebody else', { i: 1, n: 'board.rename', a: { name } });
  }

  snapshot(): Snapshot {
    if (!this.isUp || this.role === null) throw new Error('unreachable');
    return { schema: SCHEMA_VERSION, seq: this.seq, role: this.role, tables: snapshotTables(this.store) };
  }

  plug(line: Line): () => void {
    this.#lines.add(line);
    return () => this.#lines.delete(line);
  }

  hear(line: Line, frame: ClientFrame): void {
    if (frame.t === 'hello') this.#join(line, frame.cid, frame.since);
    else if (frame.t === 'm') this.#decide(line, frame);
  }

  #join(line: Line, cid: string, since: number): void {
    if (this.role === null) return line.receive({ t: 'revoked', board: BOARD });
    line.cid = cid;
    const { last, refused } = this.#markOf(cid);
    // All rows stand for those that changed since.
    const rows = since === this.seq ? {} : this.#allRows();
    const delta = {
      t: 'delta',
      board: BOARD,
      c: cid,
      from: since,
      seq: this.seq,
      ack: last,
      refused: [...refused],
    } as const;
    line.receive({ ...delta, role: this.role, rows, gone: [] });
  }

  #decide(line: Line, { i, n, a }: Pick<Pending, 'i' | 'n' | 'a'>): void {
    const { cid } = line;
    if (cid === null) return line.receive({ t: 'error', code: 'not-joined', board: BOARD });
    const mark = this.#markOf(cid);
    if (i <= mark.last) return;
    if (i !== mark.last + 1) return line.receive({ t: 'error', code: 'out-of-order', board: BOARD });
    mark.last = i;
    this.#marks.set(cid, mark);
    const problem = this.#run(cid, { i, n, a });
    if (problem === null) return;
    mark.refused.push({ i, code: problem.code });
    line.receive({ t: 'x', board: BOARD, c: cid, i, code: problem.code });
  }

  #run(cid: string, { i, n, a }: Pick<Pending, 'i' | 'n' | 'a'>): Problem | null {
    if (this.role === 'visitor') return { code: 'forbidden' };
    const outcome = runCommand(this.store, { name: n, args: a }, { actor: ANNA, now: 0 });
    if (!outcome.ok) return outcome.problem;
    this.seq += 1;
    this.names.push(this.store.get(boards, BOARD)?.name ?? '');
    const committed: Committed = { s: this.seq, c: cid, i, u: ANNA, p: outcome.value.patches };
    for (const line of this.#lines) if (line.cid !== null) line.receive({ t: 'p', board: BOARD, b: [committed] });
    return null;
  }

  #markOf(cid: string): Mark {
    return this.#marks.get(cid) ?? { last: 0, refused: [] };
  }

  #allRows(): Record<string, readonly Row[]> {
    return Object.fromEntries(BOARD_TABLES.map((table) => [table.name, [...this.store.rows<Row>(table)]]));
  }
}
