import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesUnder } from '../files-under.ts';
import { root } from '../root.ts';
import { measureFile } from './measure.ts';
import type { MeasuredFile } from './measure.ts';

const LIMITS = { functionLines: 60, functionP95: 35, fileLines: 300 };
/** Code lines of tests for a code line of source. */
const RATIOS: ReadonlyArray<{ readonly room: string; readonly folder: string; readonly least: number }> = [
  { room: 'domain', folder: 'packages/domain/src/', least: 1.5 },
  { room: 'server', folder: 'apps/server/src/', least: 0 },
  { room: 'web', folder: 'apps/web/src/', least: 0.5 },
];
const FOLDERS = ['apps', 'packages', 'tools', 'bench', 'migrations'];
const TEST = /(\.test\.tsx?|\/testing\.tsx?)$|\/(testing|fixtures|e2e)\//;

export interface TailReport {
  readonly table: readonly string[];
  readonly breaches: readonly string[];
  readonly summary: string;
}

/** Measures the tail of every source below `base`: long functions and files are where elegance ends. */
export function tailReport(base: string): TailReport {
  const files = sourcesUnder(base, FOLDERS).map((path) => measureFile(path, readFileSync(join(base, path), 'utf8')));
  const production = files.filter((file) => !TEST.test(file.path));
  const functions = production.flatMap(placed).toSorted((one, other) => other.lines - one.lines);
  const ofFunctions = spread(functions.map((made) => made.lines));
  const ofFiles = spread(production.map((file) => file.lines));
  const ratios = RATIOS.map((wanted) => testRatio(files, wanted));
  const breaches = [
    ...(files.length === 0 ? ['no source was measured'] : []),
    ...functions.filter((made) => made.lines > LIMITS.functionLines).map(tooLong),
    ...files.filter((file) => file.lines > LIMITS.fileLines).map(tooLongFile),
    ...(ofFunctions.p95 > LIMITS.functionP95
      ? [`functions: p95 ${ofFunctions.p95}, ${LIMITS.functionP95} at most`]
      : []),
    ...ratios.filter(({ sources, ratio, least }) => sources > 0 && ratio < least).map(tooFewTests),
  ];
  return {
    table: [
      '             count     p50     p95     p99 longest',
      row('functions', functions.length, ofFunctions),
      row('files', production.length, ofFiles),
      ...functions.slice(0, 5).map(({ where, lines }) => `  ${lines} lines: ${where}`),
      ...ratios.map(
        (of) => `${of.room}: ${of.sources} lines of code, ${of.tests} of tests, ratio ${of.ratio.toFixed(2)}`,
      ),
    ],
    breaches,
    summary:
      `functions p95 ${ofFunctions.p95}, longest ${ofFunctions.longest}; ` +
      `files p95 ${ofFiles.p95}, longest ${ofFiles.longest}; ${breaches.length} breaches`,
  };
}

interface Placed {
  readonly where: string;
  readonly lines: number;
}

function placed(file: MeasuredFile): Placed[] {
  return file.functions.map(({ name, line, lines }) => ({
    where: `${file.path}:${line} ${name || 'a callback'}`,
    lines,
  }));
}

function tooLong({ where, lines }: Placed): string {
  return `${where} has ${lines} lines, ${LIMITS.functionLines} at most`;
}

function tooLongFile({ path, lines }: MeasuredFile): string {
  return `${path} has ${lines} lines, ${LIMITS.fileLines} at most`;
}

function tooFewTests({ room, ratio, least }: TestRatio): string {
  return `${room}: ${ratio.toFixed(2)} lines of test for a line of code, ${least} at least`;
}

interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}

interface TestRatio {
  readonly room: string;
  readonly least: number;
  readonly sources: number;
  readonly tests: number;
  readonly ratio: number;
}

function testRatio(files: readonly MeasuredFile[], { room, folder, least }: (typeof RATIOS)[number]): TestRatio {
  const own = files.filter((file) => file.path.startsWith(folder));
  const tests = codeLines(own.filter((file) => TEST.test(file.path)));
  const sources = codeLines(own) - tests;
  return { room, least, sources, tests, ratio: sources === 0 ? 0 : tests / sources };
}

function codeLines(files: readonly MeasuredFile[]): number {
  return files.reduce((total, file) => total + file.codeLines, 0);
}

function row(name: string, count: number, { p50, p95, p99, longest }: Spread): string {
  return name.padEnd(10) + [count, p50, p95, p99, longest].map((value) => String(value).padStart(8)).join('');
}

if (import.meta.main) {
  const { table, breaches, summary } = tailReport(root);
  for (const line of [...table, ...breaches]) console.log(line);
  console.log(summary);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
