export * from './tables.ts';
export * from './commands.ts';
export * from './run-command.ts';
export * from './frames.ts';
export * from './pack-columns.ts';
export * from './snapshot.ts';
export * from './replica.ts';
export * from './undo-stack.ts';
