export { createIdentity, type Identity } from './identity.ts';
export type { IdentityParts } from './identity-room.ts';
export type { Person } from './people.ts';
export { identityRoutes } from './routes.ts';
export { PERSON_RENAMED } from './profile.ts';
