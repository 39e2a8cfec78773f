export * from './task.ts';
export * from './add-tasks.ts';
export * from './rename-task.ts';
export * from './describe-task.ts';
export * from './move-task.ts';
export * from './trash-task.ts';
export * from './delete-column.ts';
export * from './count-open-tasks.ts';
