import { createHash } from 'node:crypto';
import { boards as boardTable } from '@talka/domain/boards';
import type { BoardRole } from '@talka/domain/boards';
import { Refusal } from '@talka/domain/kernel';
import type { BoardId, UserId } from '@talka/domain/kernel';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Ids } from '../platform/ids/ids.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Mail } from '../platform/mail/index.ts';
import type { Boards } from './boards.ts';
import { invitationMail } from './invitation-mail.ts';
import type { People, Person } from './people.ts';
import type { InvitationTable } from './tables.ts';
import { countInvitationsBy, findInvitation, findInvitationBySecret, findOpenInvitationFor } from './team-store.ts';

export interface InvitationsParts {
  readonly boards: Boards;
  readonly people: People;
  readonly ids: Ids;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly baseUrl: string;
}

export interface Invite {
  readonly boardId: BoardId;
  readonly email: string;
  readonly role: BoardRole;
}

const VALID_DAYS = 14;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PER_HOUR = 100;
const MAIL_JOB = 'invitation-mail';

/** Inviting people to boards by their e-mail address. */
export class Invitations {
  readonly #parts: InvitationsParts;

  constructor(parts: InvitationsParts) {
    this.#parts = parts;
    parts.jobs.handle(MAIL_JOB, z.object({ invitationId: z.string() }), ({ invitationId }, { jobId }) =>
      this.#mail(invitationId, jobId),
    );
  }

  /** Puts a known person on the team at once; sends anybody else a link. */
  async invite({ boardId, email, role }: Invite, inviter: UserId): Promise<'joined' | 'invited'> {
    const { boards, people } = this.#parts;
    await boards.enter(boardId, inviter, 'manage-team');
    const person = await people.byEmail(this.#db, email);
    if (person !== null) {
      await this.#join(boardId, person, { role, by: inviter });
      return 'joined';
    }
    await this.#keepInvitation({ boardId, email, role }, inviter);
    return 'invited';
  }

  async resend(boardId: BoardId, invitationId: string, actor: UserId): Promise<void> {
    const invitation = await this.#open(boardId, invitationId, actor);
    await this.#refuseFlood(actor);
    await this.#database.transaction(async (tx) => {
      const expires = this.#now + VALID_DAYS * DAY_MS;
      await tx.updateTable('invitations').set({ expires_at: expires }).where('id', '=', invitation.id).execute();
      await this.#parts.jobs.enqueue(tx, MAIL_JOB, { invitationId: invitation.id });
    });
    this.#parts.jobs.wake();
  }

  async revoke(boardId: BoardId, invitationId: string, actor: UserId): Promise<void> {
    const invitation = await this.#open(boardId, invitationId, actor);
    await this.#db.updateTable('invitations').set({ revoked_at: this.#now }).where('id', '=', invitation.id).execute();
  }

  /** What the holder of a link may know before signing in. */
  async look(secret: string) {
    const invitation = await this.#bySecret(secret);
    const room = await this.#parts.boards.rooms.open(invitation.board_id as BoardId);
    const inviter = await this.#parts.people.byId(this.#db, invitation.invited_by as UserId);
    if (room === null) throw new Refusal('gone', { reason: 'invitation' });
    const boardName = await room.read(({ store, boardId }) => store.get(boardTable, boardId)?.name ?? '');
    return { boardName, inviterName: inviter?.name ?? '', role: invitation.role, email: invitation.email };
  }

  /** Joins the board by a link; only the person it was sent to, and only once. */
  async accept(secret: string, userId: UserId): Promise<BoardId> {
    const invitation = await this.#bySecret(secret);
    const person = await this.#parts.people.byId(this.#db, userId);
    if (person === null) throw new Refusal('sign-in-required');
    if (person.email !== invitation.email) throw new Refusal('conflict', { reason: 'other-address' });
    const boardId = invitation.board_id as BoardId;
    await this.#join(boardId, person, { role: invitation.role, by: invitation.invited_by as UserId });
    await this.#db
      .updateTable('invitations')
      .set({ accepted_at: this.#now, accepted_by: userId })
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .execute();
    return boardId;
  }

  get #database() {
    return this.#parts.boards.rooms.parts.database;
  }

  get #db(): Kysely<Tables> {
    return this.#database.kysely;
  }

  get #now(): number {
    return this.#parts.boards.rooms.parts.clock.now();
  }

  /** The inviter's right is checked again here: one who lost it invites nobody any more. */
  async #join(boardId: BoardId, { id, name }: Person, { role, by }: { role: BoardRole; by: UserId }): Promise<void> {
    try {
      await this.#parts.boards.run(boardId, { name: 'member.add', args: { user: id, name, role } }, by);
    } catch (error) {
      if (error instanceof Refusal && (error.code === 'forbidden' || error.code === 'not-found')) {
        throw new Refusal('gone', { reason: 'invitation' });
      }
      throw error;
    }
  }

  async #keepInvitation({ boardId, email, role }: Invite, inviter: UserId): Promise<void> {
    await this.#refuseFlood(inviter);
    const { ids, jobs } = this.#parts;
    const expires = this.#now + VALID_DAYS * DAY_MS;
    await this.#database.transaction(async (tx) => {
      const open = await findOpenInvitationFor(tx, boardId, email);
      const invitationId = open?.id ?? ids.next();
      if (open === undefined) {
        await tx
          .insertInto('invitations')
          .values({
            id: invitationId,
            board_id: boardId,
            email,
            role,
            // Nobody knows this secret: the job that writes the mail makes the one in the link.
            secret_hash: hashOf(ids.secret()),
            invited_by: inviter,
            created_at: this.#now,
            expires_at: expires,
            accepted_at: null,
            accepted_by: null,
            revoked_at: null,
          })
          .execute();
      } else {
        const renewed = { role, invited_by: inviter, expires_at: expires };
        await tx.updateTable('invitations').set(renewed).where('id', '=', open.id).execute();
      }
      await jobs.enqueue(tx, MAIL_JOB, { invitationId });
    });
    jobs.wake();
  }

  async #refuseFlood(inviter: UserId): Promise<void> {
    const sent = await countInvitationsBy(this.#db, inviter, this.#now - HOUR_MS);
    if (sent >= PER_HOUR) throw new Refusal('too-many-requests', { retryAfterSeconds: 3_600 });
  }

  async #open(boardId: BoardId, invitationId: string, actor: UserId): Promise<InvitationTable> {
    await this.#parts.boards.enter(boardId, actor, 'manage-team');
    const invitation = await findInvitation(this.#db, boardId, invitationId);
    if (invitation === undefined || invitation.accepted_at !== null || invitation.revoked_at !== null) {
      throw new Refusal('not-found');
    }
    return invitation;
  }

  async #bySecret(secret: string): Promise<InvitationTable> {
    const invitation = await findInvitationBySecret(this.#db, hashOf(secret));
    const usable =
      invitation !== undefined &&
      invitation.accepted_at === null &&
      invitation.revoked_at === null &&
      invitation.expires_at > this.#now;
    if (!usable) throw new Refusal('gone', { reason: 'invitation' });
    return invitation;
  }

  /** Makes a new secret for the link, so that none lies in the jobs table. A link sent before it stops working. */
  async #mail(invitationId: string, jobId: string): Promise<void> {
    const { ids, mail, people, baseUrl } = this.#parts;
    const invitation = await this.#db
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', invitationId)
      .executeTakeFirst();
    if (invitation === undefined || invitation.revoked_at !== null || invitation.accepted_at !== null) return;
    const board = await this.#parts.boards.rooms.open(invitation.board_id as BoardId);
    const inviter = await people.byId(this.#db, invitation.invited_by as UserId);
    if (board === null || inviter === null) return;
    const secret = ids.secret();
    await this.#db
      .updateTable('invitations')
      .set({ secret_hash: hashOf(secret) })
      .where('id', '=', invitationId)
      .execute();
    const boardName = await board.read(({ store, boardId }) => store.get(boardTable, boardId)?.name ?? '');
    const letter = invitationMail({
      language: inviter.language,
      inviterName: inviter.name,
      boardName,
      url: new URL(`/join#${secret}`, baseUrl).href,
      validDays: VALID_DAYS,
    });
    await mail.deliver({ to: invitation.email, ...letter }, jobId);
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
