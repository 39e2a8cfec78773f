import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, root } from '../root.ts';
import { runQuietly } from '../run.ts';

/** Every program that TypeScript 7 checks; the pure one proves that domain knows neither Node nor a document. */
const PROJECTS = [
  'packages/domain/tsconfig.json',
  'packages/domain/tsconfig.pure.json',
  'apps/server/tsconfig.json',
  'apps/web/tsconfig.json',
  'apps/web/tsconfig.build.json',
  'apps/web/worker/tsconfig.json',
  'apps/e2e/tsconfig.json',
  'tsconfig.json',
];
const NO_INPUTS = 'TS18003';

export interface TypesReport {
  readonly checked: readonly string[];
  /** Projects whose folders hold no file yet. */
  readonly empty: readonly string[];
  readonly errors: string;
}

export async function checkTypes(base: string, projects: readonly string[] = PROJECTS): Promise<TypesReport> {
  const tsc = commandOf('typescript');
  const checked: string[] = [];
  const empty: string[] = [];
  let errors = '';
  for (const project of projects.filter((path) => existsSync(join(base, path)))) {
    // One after another: TypeScript 7 already uses every core for one program.
    const { code, output } = await runQuietly(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
      cwd: base,
    });
    if (code !== 0 && output.includes(NO_INPUTS)) empty.push(project);
    else checked.push(project);
    if (code !== 0 && !output.includes(NO_INPUTS)) errors += output;
  }
  return { checked, empty, errors };
}

if (import.meta.main) {
  const { checked, empty, errors } = await checkTypes(root);
  const lines = new Set(errors.split('\n').filter((line) => line !== ''));
  for (const line of lines) console.log(line);
  const ok = lines.size === 0 && checked.length > 0;
  console.log(`${checked.length} programs checked, ${empty.length} still empty, ${lines.size} lines of errors`);
  process.exitCode = ok ? 0 : 1;
}
