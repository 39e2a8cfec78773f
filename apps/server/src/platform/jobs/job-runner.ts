import type { z } from 'zod';
import { createAlarm } from './alarm.ts';
import { backOff } from './back-off.ts';
import { buryJob, claimJobs, finishJob, renewJob, retryJob, type ClaimedJob } from './job-store.ts';
import type { JobRun, JobSettings, JobsParts } from './jobs-parts.ts';

export interface JobHandler {
  readonly schema: z.ZodType;
  run(payload: unknown, run: JobRun): Promise<void>;
}

export interface JobRunner {
  start(): void;
  wake(): void;
  stop(): Promise<void>;
}

interface RunnerParts extends JobsParts {
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly settings: JobSettings;
}

/** Claims due jobs and runs them, a few at a time, until stopped. */
export function createJobRunner(parts: RunnerParts): JobRunner {
  const alarm = createAlarm();
  const running = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    while (!stopped) {
      const claimed = await claimSome(parts, parts.settings.slots - running.size);
      for (const job of claimed) begin(job);
      if (claimed.length === 0) await alarm.sleep(parts.settings.pollMs);
    }
  }

  function begin(job: ClaimedJob): void {
    const run = runJob(parts, job).finally(() => {
      running.delete(run);
      alarm.ring();
    });
    running.add(run);
  }

  return {
    start() {
      looking ??= look();
    },
    wake: alarm.ring,
    async stop() {
      stopped = true;
      alarm.ring();
      await looking;
      await within(parts.settings.stopMs, Promise.all(running));
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** A database that doesn't answer must not end the runner: it is asked again at the next look. */
async function claimSome(parts: RunnerParts, limit: number): Promise<readonly ClaimedJob[]> {
  const { database, clock, ids, handlers, settings, log } = parts;
  const now = clock.now();
  const claim = { by: ids.next(), kinds: [...handlers.keys()], now, lockedUntil: now + settings.leaseMs, limit };
  try {
    return await claimJobs(database, claim);
  } catch (error) {
    log.error({ err: error }, 'jobs: could not look for work');
    return [];
  }
}

/** Never rejects: a run whose end can't be stored is claimed again when its lease has passed. */
async function runJob(parts: RunnerParts, job: ClaimedJob): Promise<void> {
  const renewing = keepLease(parts, job);
  try {
    const failure = await attempt(parts, job);
    await (failure === null ? finishJob(parts.database.kysely, job) : fail(parts, job, failure.error));
  } catch (error) {
    parts.log.error({ err: error, job: job.id, kind: job.kind }, 'jobs: could not store the end of a job');
  } finally {
    clearInterval(renewing);
  }
}

async function attempt(parts: RunnerParts, job: ClaimedJob): Promise<{ readonly error: unknown } | null> {
  // Claimed once too often: its last runs never came to an end, so this job may be what ended the process.
  if (job.attempt > parts.settings.maxAttempts) return { error: new Error('the process ended while it ran') };
  try {
    const handler = parts.handlers.get(job.kind);
    await handler?.run(JSON.parse(job.payload), { attempt: job.attempt, jobId: job.id });
    return null;
  } catch (error) {
    return { error };
  }
}

async function fail(parts: RunnerParts, job: ClaimedJob, cause: unknown): Promise<void> {
  const { database, clock, chance, settings, log } = parts;
  const now = clock.now();
  const error = (cause instanceof Error ? cause.message : String(cause)).slice(0, 1_000);
  const about = { job: job.id, kind: job.kind, attempt: job.attempt, err: cause };
  if (job.attempt >= settings.maxAttempts) {
    log.error(about, 'jobs: gave up on a job; it is kept as dead');
    await buryJob(database.kysely, job, { now, error });
    return;
  }
  log.warn(about, 'jobs: a job failed and will be tried again');
  await retryJob(database.kysely, job, { runAt: now + backOff(job.attempt, chance()), error });
}

function keepLease({ database, clock, settings, log }: RunnerParts, job: ClaimedJob): NodeJS.Timeout {
  const renew = () =>
    renewJob(database.kysely, job, clock.now() + settings.leaseMs).catch((error: unknown) =>
      log.warn({ err: error, job: job.id }, 'jobs: could not renew a lease'),
    );
  return setInterval(() => void renew(), settings.leaseMs / 3).unref();
}
