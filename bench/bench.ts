import { ensureWebBuild } from '../tools/web-build.ts';
import { measureBoot } from './boot/measure-boot.ts';
import { measureBrowser } from './browser/measure-browser.ts';
import { measureFanOut } from './fanout/measure-fan-out.ts';
import { machineFacts } from './machine-facts.ts';
import { measureOpening } from './open/measure-opening.ts';
import { readOptions } from './options.ts';
import type { Options, Section } from './options.ts';
import { say } from './say.ts';
import { againstTargets } from './targets.ts';
import type { Figures } from './targets.ts';
import { measureWrites } from './writes/measure-writes.ts';

const MEASURES: { readonly [Name in Section]: (isQuick: boolean) => Promise<Figures[Name]> } = {
  boot: measureBoot,
  open: measureOpening,
  server: measureWrites,
  fanout: measureFanOut,
  browser: measureBrowser,
};

/** `npm run bench`: measures the real server and the built web app on this machine; one JSON on stdout, talk on stderr. */
const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  say(options);
  process.exitCode = 2;
} else {
  process.exitCode = await bench(options);
}

async function bench(chosen: Options): Promise<number> {
  const before = machineFacts();
  const startedAt = performance.now();
  if ((await builtQuietly()) !== 0) return 1;
  const { figures, failures } = await measure(chosen);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const report = {
    at: new Date().toISOString(),
    machine: { ...before, loadAfter: machineFacts().load },
    quick: chosen.isQuick,
    seconds,
    failures,
    targets: againstTargets(figures),
    ...figures,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return failures.length === 0 ? 0 : 1;
}

/** The build talks on stdout, which is the report's. */
async function builtQuietly(): Promise<number> {
  const { log } = console;
  console.log = say;
  try {
    return await ensureWebBuild();
  } finally {
    console.log = log;
  }
}

interface Measured {
  readonly figures: Figures;
  /** Sections that could not be measured, with the reason. */
  readonly failures: readonly string[];
}

async function measure({ sections, isQuick }: Options): Promise<Measured> {
  const figures: Record<string, unknown> = {};
  const failures: string[] = [];
  for (const section of sections) {
    say(`── ${section}`);
    try {
      figures[section] = await MEASURES[section](isQuick);
    } catch (error) {
      // The others are worth having all the same.
      failures.push(`${section}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      say(failures.at(-1) ?? '');
    }
  }
  return { figures, failures };
}
