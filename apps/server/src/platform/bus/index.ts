export type { Bus, BusListener, BusState } from './bus.ts';
export { createInProcessBus, createLoneBus } from './in-process-bus.ts';
export { openBus } from './open-bus.ts';
