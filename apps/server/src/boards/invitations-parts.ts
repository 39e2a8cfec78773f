import type { Ids } from '../platform/ids/ids.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Mail } from '../platform/mail/index.ts';
import type { Boards } from './boards.ts';
import type { People } from './people.ts';

/** What inviting stands on. */
export interface InvitationsParts {
  readonly boards: Boards;
  readonly people: People;
  readonly ids: Ids;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly baseUrl: string;
}
