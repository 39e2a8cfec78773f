import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answers, Job, JobOutcome } from './job.ts';

const LOAD = join(import.meta.dirname, 'load.ts');

/** Runs a job in a process of its own, so that clients and server don't take turns in one event loop. */
export async function runJob<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<Answers[Kind]> {
  const load = fork(LOAD);
  try {
    const ended = once(load, 'exit').then(([code]) => {
      throw new Error(`the load process ended with exit code ${code}`);
    });
    load.send(job);
    const [outcome] = (await Promise.race([once(load, 'message'), ended])) as [JobOutcome]; // load.ts sends no other
    ended.catch(() => undefined);
    if (!outcome.ok) throw new Error(outcome.problem);
    return outcome.figures as Answers[Kind]; // of this job's kind
  } finally {
    load.kill();
  }
}
