import { join } from 'node:path';
import { commandOf, root } from './root.ts';
import { runQuietly } from './run.ts';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** `npm run check`: every step, or those named as arguments. A step fails by its exit code and sums up on its last line. */
const STEPS: readonly Step[] = [
  { name: 'types', script: join(root, 'tools/check/types.ts'), args: [] },
  { name: 'lint', script: commandOf('oxlint'), args: [] },
  { name: 'format', script: commandOf('oxfmt'), args: ['--check', '.'] },
  { name: 'boundaries', script: join(root, 'tools/check/boundaries.ts'), args: [] },
  { name: 'unused', script: commandOf('knip'), args: ['--no-progress', '--no-config-hints'] },
  { name: 'tail', script: join(root, 'tools/check/tail.ts'), args: [] },
  { name: 'budget', script: join(root, 'tools/check/budget.ts'), args: [] },
];
const AT_ONCE = 2;

process.exitCode = await check(process.argv.slice(2));

async function check(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. There are ${STEPS.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  const queue = STEPS.filter((step) => names.length === 0 || names.includes(step.name));
  const failed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      if (!(await passes(step))) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(failed.length === 0 ? 'check: all steps passed' : `check: failed in ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

async function passes(step: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await runQuietly(process.execPath, [step.script, ...step.args]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const said = output.trimEnd();
  if (code !== 0 && said !== '') console.log(`\n── ${step.name} ──\n${said}\n`);
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(11)} ${seconds.padStart(5)} s  ${lastLine(said)}`,
  );
  return code === 0;
}

function lastLine(text: string): string {
  return text.split('\n').at(-1)?.trim().slice(0, 160) ?? '';
}
