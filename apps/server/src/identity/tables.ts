import type { UserId } from '@talka/domain/kernel';

/** Instants are epoch ms, flags 0 or 1. Columns of the first four tables are what better-auth expects, in snake case. */
export interface UserTable {
  readonly id: UserId;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly email_verified: number;
  readonly image: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly theme: 'system' | 'light' | 'dark';
  /** IANA name. */
  readonly time_zone: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface CredentialTable {
  readonly id: string;
  readonly user_id: UserId;
  readonly provider_id: string;
  readonly account_id: string;
  /** An argon2id hash. */
  readonly password: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SessionTable {
  readonly id: string;
  readonly user_id: UserId;
  /** SHA-256 of the cookie's secret. */
  readonly token: string;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly expires_at: number;
  readonly created_at: number;
  /** When it was last seen, to within ten minutes. */
  readonly updated_at: number;
}

export interface VerificationTable {
  readonly id: string;
  /** `sign-up:` or `reset:`, then the SHA-256 of the token in the mail (before there is one, the row's own id). */
  readonly identifier: string;
  /** JSON. */
  readonly value: string;
  readonly expires_at: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface KnownDeviceTable {
  readonly user_id: UserId;
  /** SHA-256 of the device cookie's secret. */
  readonly device_hash: string;
  /** Where the person last signed in from with it. */
  readonly address: string;
  readonly seen_at: number;
}

export interface ServerOwnerTable {
  /** Always 1: there is one owner. */
  readonly id: number;
  readonly user_id: UserId;
  readonly since: number;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    users: UserTable;
    credentials: CredentialTable;
    sessions: SessionTable;
    verifications: VerificationTable;
    known_devices: KnownDeviceTable;
    server_owners: ServerOwnerTable;
  }
}
