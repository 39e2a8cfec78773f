export { taskContents } from './task-contents.ts';
export { taskRoutes } from './routes.ts';
