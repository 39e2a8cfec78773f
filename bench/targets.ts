import type { BootFigures } from './boot/measure-boot.ts';
import type { BrowserFigures } from './browser/measure-browser.ts';
import type { FanOutCase } from './fanout/measure-fan-out.ts';
import type { OpeningFigures } from './open/measure-opening.ts';
import type { WritesFigures } from './writes/measure-writes.ts';

/** What was measured; a section that wasn't asked for is missing. */
export interface Figures {
  readonly boot?: BootFigures;
  readonly open?: OpeningFigures;
  readonly server?: WritesFigures;
  readonly fanout?: readonly FanOutCase[];
  /** Undefined where there is no Chromium. */
  readonly browser?: BrowserFigures | undefined;
}

interface Target {
  readonly what: string;
  readonly unit: string;
  /** How the best other tool did on the same kind of machine, where it was measured. */
  readonly peer: number | null;
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
  readonly of: (figures: Figures) => number | undefined;
}

export interface TargetReport {
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  readonly bound: Target['bound'];
  readonly peer: number | null;
  readonly reached: boolean;
}

const LARGE = 10_000;

const TARGETS: readonly Target[] = [
  target('move on 10,000 tasks, 1 writer, p50', 'ms', { atMost: 3 }, 83, (of) => moves(of, 1)?.p50),
  target('moves on 10,000 tasks, 64 writers', '/s', { atLeast: 1_500 }, 64, (of) => moves(of, 64)?.perSecond),
  target('growth of a move with the board', 'exponent', { atMost: 0.1 }, 0.37, (of) => of.server?.moveExponent),
  target('fan-out 200 sockets × 20/s, p99', 'ms', { atMost: 15 }, 59, (of) => widest(of)?.p99),
  target('fan-out, lost', 'frames', { atMost: 0 }, null, (of) => of.fanout?.reduce((sum, { lost }) => sum + lost, 0)),
  target('open 10,000 tasks, server', 'ms', { atMost: 60 }, 1_064, (of) => opened(of)?.changedMs),
  target('open 10,000 tasks, compressed', 'bytes', { atMost: 150_000 }, 386_000, (of) => opened(of)?.bytes),
  target(
    'cards of 10,000 tasks visible, first visit',
    'ms',
    { atMost: 1_500 },
    49_000,
    (of) => shown(of)?.firstVisitMs,
  ),
  target('memory of the page, 10,000 tasks', 'MB', { atMost: 40 }, 611, (of) => shown(of)?.heapMb),
  target('drag pick-up, 10,000 tasks', 'ms', { atMost: 50 }, 3_545, (of) => shown(of)?.pickUpMs),
  target('boot', 'ms', { atMost: 1_000 }, 2_900, (of) => of.boot?.bootMs),
  target('memory of the idle server', 'MB', { atMost: 130 }, 163, (of) => of.boot?.idleMb),
];

/** Each target beside what was measured. A missed one is told, never an error: machines are shared. */
export function againstTargets(figures: Figures): readonly TargetReport[] {
  return TARGETS.flatMap(({ of, ...rest }) => {
    const measured = of(figures);
    if (measured === undefined) return [];
    const { bound } = rest;
    const reached = 'atMost' in bound ? measured <= bound.atMost : measured >= bound.atLeast;
    return [{ ...rest, measured, reached }];
  });
}

// oxlint-disable-next-line max-params -- one line a target, to be read as a table
function target(what: string, unit: string, bound: Target['bound'], peer: Target['peer'], of: Target['of']): Target {
  return { what, unit, bound, peer, of };
}

function moves({ server }: Figures, writers: number) {
  return server?.cases.find((one) => one.command === 'move' && one.tasks === LARGE && one.writers === writers);
}

function widest({ fanout }: Figures) {
  return fanout?.find(({ sockets, perSecond }) => sockets === 200 && perSecond === 20);
}

function opened({ open }: Figures) {
  return open?.boards.find(({ tasks }) => tasks === LARGE);
}

function shown({ browser }: Figures) {
  return browser?.find(({ tasks }) => tasks === LARGE);
}
