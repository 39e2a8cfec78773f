import { boards as boardTable } from '@talka/domain/boards';
import type { BoardRole } from '@talka/domain/boards';
import { Refusal } from '@talka/domain/kernel';
import type { BoardId, UserId } from '@talka/domain/kernel';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import { INVITATION_VALID_MS, INVITATIONS_PER_ADDRESS, INVITATIONS_PER_HOUR, mayMailAt } from './invitation-limits.ts';
import { secretHash } from './invitation-secret.ts';
import type { InvitationsParts } from './invitations-parts.ts';
import { mailInvitation } from './mail-invitation.ts';
import type { Person } from './people.ts';
import type { InvitationTable } from './tables.ts';
import {
  countInvitationsBy,
  findInvitation,
  findInvitationBySecret,
  findOpenInvitationFor,
  closeInvitationsOf,
} from './team-store.ts';

export interface Invite {
  readonly boardId: BoardId;
  readonly email: string;
  readonly role: BoardRole;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MAIL_JOB = 'invitation-mail';

/** Inviting people to boards by their e-mail address. */
export class Invitations {
  readonly #parts: InvitationsParts;

  constructor(parts: InvitationsParts) {
    this.#parts = parts;
    parts.jobs.handle(MAIL_JOB, z.object({ invitationId: z.string() }), ({ invitationId }, { jobId }) =>
      mailInvitation(parts, invitationId, jobId),
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

  /** Sends a new link; from now on the invitation is of whoever asked for it. */
  async resend(boardId: BoardId, invitationId: string, actor: UserId): Promise<void> {
    const invitation = await this.#open(boardId, invitationId, actor);
    const wait = mayMailAt(invitation) - this.#now;
    if (wait > 0) throw tooSoon(wait);
    await this.#refuseFlood(actor, invitation.email);
    const renewed = { invited_by: actor, expires_at: this.#now + INVITATION_VALID_MS };
    await this.#database.transaction(async (tx) => {
      await tx.updateTable('invitations').set(renewed).where('id', '=', invitation.id).execute();
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

  /**
   * The inviter's right is checked again here: one who lost it invites nobody any more. Whoever joins has used every
   * invitation to this board, so that no link brings them back after they were removed.
   */
  async #join(boardId: BoardId, person: Person, { role, by }: { role: BoardRole; by: UserId }): Promise<void> {
    const { id, name, email } = person;
    try {
      await this.#parts.boards.run(boardId, { name: 'member.add', args: { user: id, name, role } }, by);
    } catch (error) {
      if (error instanceof Refusal && (error.code === 'forbidden' || error.code === 'not-found')) {
        throw new Refusal('gone', { reason: 'invitation' });
      }
      throw error;
    }
    await closeInvitationsOf(this.#db, { boardId, email, userId: id, now: this.#now });
  }

  async #keepInvitation(invite: Invite, inviter: UserId): Promise<void> {
    const { boardId, email, role } = invite;
    const open = await findOpenInvitationFor(this.#db, boardId, email);
    if (open !== undefined && mayMailAt(open) > this.#now) return this.#change(open.id, { role, invited_by: inviter });
    await this.#refuseFlood(inviter, email);
    await this.#database.transaction(async (tx) => {
      const expires = this.#now + INVITATION_VALID_MS;
      const id = open?.id ?? (await this.#insert(tx, invite, inviter));
      await tx
        .updateTable('invitations')
        .set({ role, invited_by: inviter, expires_at: expires })
        .where('id', '=', id)
        .execute();
      await this.#parts.jobs.enqueue(tx, MAIL_JOB, { invitationId: id });
    });
    this.#parts.jobs.wake();
  }

  async #change(id: string, fields: Pick<InvitationTable, 'role' | 'invited_by'>): Promise<void> {
    await this.#db.updateTable('invitations').set(fields).where('id', '=', id).execute();
  }

  async #insert(tx: Transaction<Tables>, { boardId, email, role }: Invite, inviter: UserId): Promise<string> {
    const { ids } = this.#parts;
    const id = ids.next();
    await tx
      .insertInto('invitations')
      .values({
        id,
        board_id: boardId,
        email,
        role,
        // Nobody knows this secret: the job that writes the mail makes the one in the link.
        secret_hash: secretHash(ids.secret()),
        invited_by: inviter,
        created_at: this.#now,
        expires_at: this.#now + INVITATION_VALID_MS,
        accepted_at: null,
        accepted_by: null,
        revoked_at: null,
      })
      .execute();
    return id;
  }

  async #refuseFlood(inviter: UserId, email: string): Promise<void> {
    const inHour = await countInvitationsBy(this.#db, { inviter, since: this.#now - HOUR_MS });
    if (inHour >= INVITATIONS_PER_HOUR) throw tooSoon(HOUR_MS);
    const toAddress = await countInvitationsBy(this.#db, { inviter, since: this.#now - DAY_MS, email });
    if (toAddress >= INVITATIONS_PER_ADDRESS) throw tooSoon(DAY_MS);
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
    const invitation = await findInvitationBySecret(this.#db, secretHash(secret));
    const usable =
      invitation !== undefined &&
      invitation.accepted_at === null &&
      invitation.revoked_at === null &&
      invitation.expires_at > this.#now;
    if (!usable) throw new Refusal('gone', { reason: 'invitation' });
    return invitation;
  }
}

function tooSoon(waitMs: number): Refusal {
  return new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}
