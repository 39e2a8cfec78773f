import { cpus, loadavg, totalmem } from 'node:os';
import { rounded } from './statistics.ts';

/** What the figures were made on; without it they are no figures. */
export interface MachineFacts {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Load average of the last minute: above the number of cores, others were working too. */
  readonly load: number;
}

export function machineFacts(): MachineFacts {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    load: rounded(loadavg()[0] ?? 0),
  };
}
