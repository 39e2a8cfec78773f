import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IModule, IViolation } from 'dependency-cruiser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesUnder } from '../files-under.ts';
import { root } from '../root.ts';
import { boundaryRules, knownSlices } from './boundary-rules.ts';

const FOLDERS = ['apps', 'packages', 'tools', 'bench', 'migrations'];
/** Rooms of a house that are no slices. */
const NO_SLICE = new Set(['platform', 'drives', 'ui', 'app']);
/** In the browser a slice's order is free (screens are put together upward), but must be an order. */
const WEB_SLICE = /^apps\/web\/src\/([^/]+)\//;

export interface BoundaryReport {
  readonly modules: number;
  readonly dependencies: number;
  /** One sentence a breach; empty when the house stands. */
  readonly breaches: readonly string[];
}

interface Cruised {
  readonly modules: readonly IModule[];
  readonly summary: { readonly violations: readonly IViolation[] };
}
type Reader = (base: string, folders: string[]) => Promise<Cruised>;

/**
 * Reads every source below `base` and holds it against the rules. A source that was not read is a breach too:
 * with a TypeScript it doesn't know, dependency-cruiser reads nothing and finds nothing wrong.
 */
export async function checkBoundaries(base: string, read: Reader = cruiseAll): Promise<BoundaryReport> {
  const folders = FOLDERS.filter((folder) => existsSync(join(base, folder)));
  const sources = sourcesUnder(base, folders);
  const result = await read(base, folders);
  const cruised = new Set(result.modules.map((module) => module.source));
  const own = result.modules.filter((module) => !module.source.includes('node_modules/'));
  return {
    modules: sources.filter((path) => cruised.has(path)).length,
    dependencies: own.reduce((sum, module) => sum + module.dependencies.length, 0),
    breaches: [
      ...(sources.length === 0 ? ['no source was found at all'] : []),
      ...sources.filter((path) => !cruised.has(path)).map((path) => `not read: ${path}`),
      ...brokenRules(result),
      ...unplacedSlices(sources),
      ...webSliceCircles(own),
    ],
  };
}

async function cruiseAll(base: string, folders: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    folders,
    {
      baseDir: base,
      validate: true,
      ruleSet: { forbidden: boundaryRules },
      doNotFollow: { path: 'node_modules' },
      exclude: {
        path: ['^[^/]+/[^/]+/(dist|data|test-results|playwright-report)/', '^(?!.*node_modules/).*\\.d\\.ts$'],
      },
      tsPreCompilationDeps: true,
    },
    {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered text: ${output.slice(0, 200)}`);
  return output;
}

function brokenRules({ summary }: Cruised): string[] {
  return summary.violations.map(({ rule, from, to, cycle, comment }) => {
    const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
    return `${rule.name}: ${from} → ${path}${comment === undefined ? '' : ` (${comment})`}`;
  });
}

function unplacedSlices(sources: readonly string[]): string[] {
  const folders = sources.flatMap((path) => /^(?:packages\/domain|apps\/server)\/src\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)]
    .filter((folder) => !NO_SLICE.has(folder) && !knownSlices.has(folder))
    .map((folder) => `slice-without-place: ${folder} is not in the order of tools/check/boundary-rules.ts`);
}

function webSliceCircles(modules: readonly IModule[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = webSlice(source);
    for (const { resolved } of from === null ? [] : dependencies) {
      const to = webSlice(resolved);
      if (from !== null && to !== null && to !== from) uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
  }
  return [...uses.keys()]
    .filter((slice) => reach(slice, uses).has(slice))
    .map((slice) => `web-slice-circle: ${slice} uses slices that use it (${[...reach(slice, uses)].join(', ')})`);
}

function webSlice(path: string): string | null {
  const slice = WEB_SLICE.exec(path)?.[1] ?? null;
  return slice === null || NO_SLICE.has(slice) || path.includes('.test.') ? null : slice;
}

function reach(start: string, uses: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const queue = [...(uses.get(start) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(uses.get(next) ?? []));
  }
  return seen;
}

if (import.meta.main) {
  const { modules, dependencies, breaches } = await checkBoundaries(root);
  for (const breach of breaches) console.log(breach);
  console.log(`${modules} modules and ${dependencies} imports read, ${breaches.length} breaches`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
