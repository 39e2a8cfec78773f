export { broadcast } from './broadcast.ts';
export { createLive } from './create-live.ts';
export type { Live, LiveConnection, LiveFrame, LiveHandler } from './live.ts';
