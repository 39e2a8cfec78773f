import type { CopyWrite, KeptCopy, Local, LocalHealth, LostEdit, Unsent } from '../../app/local/local.ts';
import { createStore } from '../../app/store.ts';
import { BOARD } from './model-server.ts';

export interface Disk {
  copy: KeptCopy | null;
  unsent: Unsent[];
  lost: LostEdit[];
}

export interface ModelDisk {
  readonly disk: Disk;
  /** Whether the disk takes nothing more. */
  readonly isFull: boolean;
}

interface Moments {
  /** Resolves a moment later, or never when the tab has ended. */
  readonly later: () => Promise<void>;
  readonly onKept: (name: string) => void;
}

/** A disk whose every step takes a moment, and doesn't happen when the tab ends before. */
export function modelLocal(browser: ModelDisk, { later, onKept }: Moments): Local {
  const { disk } = browser;
  const step = async <Value>(work: () => Value): Promise<Value> => {
    await later();
    return work();
  };
  const health = createStore<LocalHealth>('kept');
  const isOf = (c: string, upTo: number) => (one: Unsent) => one.c === c && one.i <= upTo;
  const forget = (decided: CopyWrite['decided']): void => {
    for (const { c, upTo } of decided) disk.unsent = disk.unsent.filter((one) => !isOf(c, upTo)(one));
  };
  return {
    health,
    expectCopy: () => undefined,
    readCopy: () => step(() => disk.copy),
    writeCopy: (_space, { follows, decided, chunks, ...mark }) =>
      step(() => {
        if (browser.isFull || (follows !== null && disk.copy?.version !== follows)) return false;
        const before = follows === null ? [] : (disk.copy?.chunks ?? []);
        const stay = before.filter((old) => !chunks.some(({ table, n }) => table === old.table && n === old.n));
        disk.copy = { ...mark, chunks: structuredClone([...stay, ...chunks]) };
        forget(decided);
        return true;
      }),
    dropCopy: () => step(() => void (disk.copy = null)),
    readUnsent: () => step(() => [...disk.unsent]),
    keepUnsent: (_space, unsent, replaces) =>
      step(() => {
        if (browser.isFull) return health.set('unkept');
        if (replaces !== undefined) disk.unsent = disk.unsent.filter(({ c }) => c !== replaces);
        disk.unsent.push(...structuredClone(unsent));
        for (const { a } of unsent) onKept(String(Object(a).name));
      }),
    forgetUnsent: (_space, decided) => step(() => forget(decided)),
    spacesWithUnsent: () => step(() => (disk.unsent.length > 0 ? [BOARD] : [])),
    readLost: () => step(() => [...disk.lost]),
    keepLost: (_space, lost) =>
      step(() => {
        const isNew = (edit: LostEdit) => !disk.lost.some(({ c, i }) => c === edit.c && i === edit.i);
        disk.lost.push(...lost.filter(isNew));
        disk.unsent = disk.unsent.filter(({ c, i }) => !lost.some((one) => one.c === c && one.i === i));
      }),
    discardLost: (_space, lost) =>
      step(() => {
        disk.lost = disk.lost.filter(({ c, i }) => !lost.some((one) => one.c === c && one.i === i));
      }),
    close: () => {},
  };
}
