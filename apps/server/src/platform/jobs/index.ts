export type { DeadJob, JobCounts } from './dead-jobs.ts';
export { createJobs, type Jobs } from './jobs.ts';
export type { JobRun, JobSettings, JobsParts, JobWork } from './jobs-parts.ts';
