export type { DeadJob, JobCounts } from './dead-jobs.ts';
export { createJobs, type JobRun, type Jobs, type JobSettings, type JobsParts, type JobWork } from './jobs.ts';
