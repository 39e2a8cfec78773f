export * from './result.ts';
export * from './refusal.ts';
export * from './must.ts';
export * from './unreachable.ts';
export * from './ids.ts';
export * from './limits.ts';
