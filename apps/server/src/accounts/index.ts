export { createAccounts, type Accounts, type AccountsParts } from './accounts.ts';
export type { NewOwner } from './open-account.ts';
export type { HeldAccount } from './store.ts';
