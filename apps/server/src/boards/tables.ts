import type { BoardRole, ColumnKind } from '@talka/domain/boards';

/** What every row of a board carries: its board, the command that last changed it, and when it was deleted. */
export interface BoardRowTable {
  readonly board_id: string;
  readonly id: string;
  readonly rev: number;
  readonly deleted_at: number | null;
}

export interface BoardTable {
  readonly id: string;
  readonly account_id: string;
  readonly kind: 'task';
  readonly name: string;
  readonly created_by: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly seq: number;
  readonly rev: number;
  readonly open_tasks: number;
}

export interface ColumnTable extends BoardRowTable {
  readonly kind: ColumnKind;
  readonly name: string;
  readonly position: string;
}

export interface DetourTable extends BoardRowTable {
  readonly column_id: string;
}

export interface BoardMemberTable extends BoardRowTable {
  readonly name: string;
  readonly role: BoardRole;
}

export interface HistoryTable {
  readonly board_id: string;
  readonly seq: number;
  readonly part: number;
  readonly at: number;
  readonly actor_id: string;
  readonly task_id: string | null;
  readonly kind: string;
  /** JSON object. */
  readonly data: string;
}

export interface BoardClientTable {
  readonly board_id: string;
  readonly id: string;
  readonly user_id: string;
  readonly last_counter: number;
  /** JSON array of Refused. */
  readonly refused: string;
  readonly updated_at: number;
}

export interface InvitationTable {
  readonly id: string;
  readonly board_id: string;
  readonly email: string;
  readonly role: BoardRole;
  /** SHA-256 of the secret in the link, hex. */
  readonly secret_hash: string;
  readonly invited_by: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly accepted_at: number | null;
  readonly accepted_by: string | null;
  readonly revoked_at: number | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    boards: BoardTable;
    columns: ColumnTable;
    detours: DetourTable;
    board_members: BoardMemberTable;
    history: HistoryTable;
    board_clients: BoardClientTable;
    invitations: InvitationTable;
  }
}
