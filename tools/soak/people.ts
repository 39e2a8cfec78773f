import { createChance } from '../../bench/world/chance.ts';
import { SoakPage } from './soak-page.ts';
import type { PageReport, Person } from './soak-page.ts';

/** The simulated people, in a process of their own, so that their work isn't the server's. */
export interface Begin {
  readonly do: 'begin';
  readonly url: string;
  readonly people: readonly Person[];
  readonly actsPerSecond: number;
  readonly seed: number;
}
export interface Settle {
  readonly do: 'settle';
  readonly withinMs: number;
}
export type Order = Begin | Settle;

const pages: SoakPage[] = [];
let acting: NodeJS.Timeout | null = null;

process.on('message', (order: Order) => {
  if (order.do === 'begin') begin(order);
  else void settle(order.withinMs);
});
process.on('disconnect', () => process.exit(0));

function begin({ url, people, actsPerSecond, seed }: Begin): void {
  for (const [at, person] of people.entries()) pages.push(new SoakPage(url, person, createChance(seed + at)));
  const chance = createChance(seed - 1);
  let due = 0;
  acting = setInterval(() => {
    for (due += actsPerSecond / 50; due >= 1; due -= 1) pages[Math.floor(chance() * pages.length)]?.act();
  }, 20);
}

/** Lets everybody finish; a board is settled when all its pages are at one number, and stay there. */
async function settle(withinMs: number): Promise<void> {
  if (acting !== null) clearInterval(acting);
  const deadline = Date.now() + withinMs;
  for (let quiet = 0; quiet < 10 && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    quiet = pages.every(({ isSettled }) => isSettled) && isEven() ? quiet + 1 : 0;
  }
  const reports: PageReport[] = pages.map((page) => page.report());
  for (const page of pages) page.end();
  process.send?.(reports);
}

function isEven(): boolean {
  const numbers = new Map<string, number>();
  return pages.every(({ board, seq }) => {
    const known = numbers.get(board) ?? seq;
    numbers.set(board, known);
    return known === seq;
  });
}
