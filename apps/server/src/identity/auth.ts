import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from 'kysely';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Ids } from '../platform/ids/ids.ts';
import { createAuthAdapter, type AnyTables } from './auth-adapter.ts';
import { secretHash } from './secret-hash.ts';

/** better-auth on our database: users, their credentials and sessions. Its own HTTP handler is not mounted. */
export type Auth = Awaited<ReturnType<typeof loadAuth>>;

export interface AuthDoor {
  /** Loads better-auth at the first call: some 220 ms and 17 MB that a server at rest doesn't pay. */
  load(): Promise<Auth>;
  /** What better-auth does inside `work` is part of the transaction. */
  within<T>(tx: Transaction<Tables>, work: () => Promise<T>): Promise<T>;
}

export interface AuthParts {
  readonly database: Database;
  readonly ids: Ids;
  readonly config: Pick<Config, 'baseUrl'>;
}

export function createAuthDoor(parts: AuthParts): AuthDoor {
  const transactions = new AsyncLocalStorage<Transaction<Tables>>();
  // better-auth names tables at run time, so its adapter sees them without our column types.
  const current = () => (transactions.getStore() ?? parts.database.kysely) as unknown as AnyTables;
  let loading: Promise<Auth> | null = null;
  return {
    load: () => (loading ??= loadAuth(parts, current)),
    within: (tx, work) => transactions.run(tx, work),
  };
}

async function loadAuth({ ids, config }: AuthParts, current: () => AnyTables) {
  const { betterAuth } = await import('better-auth/minimal');
  const { createAdapterFactory } = await import('better-auth/adapters');
  const auth = betterAuth({
    ...MODELS,
    baseURL: config.baseUrl,
    // Signs better-auth's own cookies and links, none of which we hand out; so it needn't outlive the process.
    secret: ids.secret(),
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: { database: { generateId: () => ids.next() } },
    database: createAdapterFactory({ config: STORAGE, adapter: () => createAuthAdapter(current) }),
  });
  return (await auth.$context).internalAdapter;
}

const MODELS = {
  user: {
    modelName: 'users',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    additionalFields: {
      language: { type: 'string', input: false, required: true },
      theme: { type: 'string', input: false, required: true },
      timeZone: { type: 'string', input: false, required: true, fieldName: 'time_zone' },
    },
  },
  account: {
    modelName: 'credentials',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  session: {
    modelName: 'sessions',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'verifications',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;

interface Stored {
  readonly data: unknown;
  readonly field: string;
  readonly model: string;
  readonly fieldAttributes: { readonly type: unknown };
}

/** Our portable types: instants as epoch ms, flags as 0 or 1; and of a session's token only its hash. */
const STORAGE = {
  adapterId: 'talka',
  supportsBooleans: false,
  supportsDates: true,
  transaction: false,
  customTransformInput({ data, field, model }: Stored): unknown {
    if (data instanceof Date) return data.getTime();
    return model === 'sessions' && field === 'token' && typeof data === 'string' ? secretHash(data) : data;
  },
  customTransformOutput({ data, fieldAttributes }: Stored): unknown {
    return fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data) : data;
  },
} as const;
