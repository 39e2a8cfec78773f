export * from './account.ts';
export * from './account-role.ts';
export * from './default-account-name.ts';
export * from './trial.ts';
