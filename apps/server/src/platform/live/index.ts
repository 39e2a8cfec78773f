export { broadcast } from './broadcast.ts';
export { createLive, type LiveOptions } from './create-live.ts';
export { CLOSE_CODES, type Live, type LiveConnection, type LiveFrame, type LiveHandler } from './live.ts';
export { LIVE_LIMITS, type LiveLimits } from './live-limits.ts';
