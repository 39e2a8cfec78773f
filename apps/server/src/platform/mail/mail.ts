import { join } from 'node:path';
import type { Transaction } from 'kysely';
import type { Config } from '../config/config.ts';
import type { Tables } from '../database/tables.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Log } from '../log/log.ts';
import { letterSchema, type Letter, type Post } from './letter.ts';
import { outboxPost } from './outbox-post.ts';
import { smtpPost } from './smtp-post.ts';

export interface Mail {
  /** Whether mails reach people (SMTP), or are kept in the outbox folder. */
  readonly reachesPeople: boolean;
  /** Sends after the caller's change has committed, again and again until the mail server takes it. */
  send(tx: Transaction<Tables>, letter: Letter): Promise<void>;
  /**
   * Sends now and throws when that fails: for the work of a job of one's own. A letter that carries a secret goes
   * this way, made by its job, so that the secret never lies in the jobs table.
   * @param key names the letter and stays the same when it is tried again: the id of the job
   */
  readonly deliver: Post;
}

export interface MailParts {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>;
  readonly jobs: Jobs;
  readonly log: Log;
}

const KIND = 'mail';

export function createMail({ config, jobs, log }: MailParts): Mail {
  const { smtpUrl, mailFrom, dataDir } = config;
  const post = smtpUrl === null ? outboxPost(join(dataDir, 'outbox'), mailFrom, log) : smtpPost(smtpUrl, mailFrom);
  jobs.handle(KIND, letterSchema, (letter, { jobId }) => post(letter, jobId));
  return {
    reachesPeople: smtpUrl !== null,
    send: (tx, letter) => jobs.enqueue(tx, KIND, letter),
    deliver: post,
  };
}
