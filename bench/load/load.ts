import { fanOut } from './fan-out.ts';
import type { Job, JobOutcome } from './job.ts';
import { write } from './write.ts';

/** The process that plays the people: takes one job, answers its figures, ends. */
process.once('message', (job: Job) => {
  const figures = job.kind === 'write' ? write(job) : fanOut(job);
  figures.then(
    (measured) => answer({ ok: true, figures: measured }),
    (error: unknown) => answer({ ok: false, problem: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});

function answer(outcome: JobOutcome): void {
  process.send?.(outcome);
}
