import { readSoakOptions, USAGE } from './soak/options.ts';
import type { SoakOptions } from './soak/options.ts';
import { runSoak } from './soak/run-soak.ts';
import type { SoakResult } from './soak/run-soak.ts';

/** `npm run soak`: simulated people on real servers, for as long as one likes; nothing may be lost, doubled or differ. */
process.exitCode = await soak(process.argv.slice(2));

async function soak(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const options = read(args);
  if (options === null) return 2;
  const result = await runSoak(options, (sentence) =>
    console.log(`${new Date().toISOString().slice(11, 19)} ${sentence}`),
  );
  for (const sentence of result.wrong.slice(0, 100)) console.log(sentence);
  console.log(summary(result));
  return result.lost + result.doubled + result.diverged + result.wrong.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): SoakOptions | null {
  try {
    return readSoakOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

function summary(result: SoakResult): string {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return [
    `${result.commands} commands, ${result.refused} refused, ${result.reconnects} breaks, ${result.kills} kills`,
    `memory ${megabytes(result.rssBytes)}, grown by ${megabytes(result.rssGrowthBytes)} after warm-up; ` +
      `event loop delay p99 ${result.lagP99Ms.toFixed(0)} ms`,
    `lost ${result.lost}, doubled ${result.doubled}, diverged ${result.diverged}, audit ${result.wrong.length}`,
  ].join('\n');
}
