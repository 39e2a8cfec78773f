import type { Api } from '../app/api.ts';
import { flag, listOf, nothing, number, oneOf, orNull, shape, text } from '../app/parse.ts';

const readServer = shape({ firstRun: flag, mail: flag });
const readSignUp = shape({ status: oneOf('signed-in', 'verify-email') });
const readInvitation = shape({
  boardName: text,
  inviterName: text,
  role: oneOf('admin', 'member', 'visitor'),
  email: text,
});
const readJoined = shape({ boardId: text });
const readSessions = listOf(
  shape({
    id: text,
    createdAt: number,
    lastSeenAt: number,
    address: orNull(text),
    browser: orNull(text),
    current: flag,
  }),
);

export type ServerFacts = ReturnType<typeof readServer>;
export type SignUpStatus = ReturnType<typeof readSignUp>['status'];
export type Invitation = ReturnType<typeof readInvitation>;
export type SessionRow = ReturnType<typeof readSessions>[number];

export interface SignUpForm {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Surroundings {
  readonly language: string;
  readonly timeZone: string;
}

/** What the server offers to who isn't known yet. */
export function askServer(api: Api): Promise<ServerFacts> {
  return api.get('/server', readServer);
}

export async function signUp(api: Api, form: SignUpForm, here: Surroundings): Promise<SignUpStatus> {
  return (await api.send('POST', '/sign-up', { ...form, ...here }, readSignUp)).status;
}

export function signIn(api: Api, email: string, password: string): Promise<void> {
  return api.send('POST', '/sign-in', { email, password }, nothing);
}

export function askForReset(api: Api, email: string): Promise<void> {
  return api.send('POST', '/password-resets', { email }, nothing);
}

export function resetPassword(api: Api, token: string, password: string): Promise<void> {
  return api.send('POST', '/password-resets/redeem', { token, password }, nothing);
}

export function verifyEmail(api: Api, token: string): Promise<void> {
  return api.send('POST', '/email-verifications/redeem', { token }, nothing);
}

export function lookAtInvitation(api: Api, token: string): Promise<Invitation> {
  return api.send('POST', '/invitations/look', { token }, readInvitation);
}

export async function acceptInvitation(api: Api, token: string): Promise<string> {
  return (await api.send('POST', '/invitations/accept', { token }, readJoined)).boardId;
}

export function listSessions(api: Api): Promise<readonly SessionRow[]> {
  return api.get('/sessions', readSessions);
}

export function endSession(api: Api, id: string): Promise<void> {
  return api.send('DELETE', `/sessions/${encodeURIComponent(id)}`, undefined, nothing);
}

export function endOtherSessions(api: Api): Promise<void> {
  return api.send('DELETE', '/sessions', undefined, nothing);
}
