import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createApi } from './api.ts';
import { createSession, type SessionStore } from './session.ts';
import { refusal, stubHttp, type HttpRoutes, type TestHttp } from './testing/test-http.ts';

const ANA = {
  user: { id: 'u1', name: 'Ana', email: 'ana@example.com', language: null, theme: null, timeZone: null },
  accounts: [{ id: 'a1', name: 'Ana’s account', role: 'owner', trialEndsOn: '2026-12-22' }],
  isServerOwner: true,
};
const signedIn = () => ({ json: ANA });
const signedOut = () => refusal(401, 'sign-in-required');

function aSession(routes: HttpRoutes): { readonly session: SessionStore; readonly http: TestHttp } {
  const http = stubHttp(routes);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  const session = createSession(() => api);
  const api = createApi({ fetch: (input, init) => fetch(input, init), onSignInRequired: () => session.forget() });
  return { session, http };
}

const nameOf = (session: SessionStore) => {
  const state = session.get();
  return state.status === 'signed-in' ? state.session.user.name : state.status;
};

describe('who is signed in', () => {
  it('is unknown until the server was asked, which happens once', async () => {
    const { session, http } = aSession({ 'GET /session': signedIn });
    expect(session.get()).toEqual({ status: 'unknown' });
    await Promise.all([session.load(), session.load()]);
    await session.load();
    expect(session.get()).toEqual({ status: 'signed-in', session: ANA });
    expect(http.asked).toHaveLength(1);
  });

  it('is nobody when the server says so', async () => {
    const { session } = aSession({ 'GET /session': signedOut });
    expect(await session.load()).toEqual({ status: 'signed-out', isByChoice: false });
  });

  it('stays unknown while the server can’t be reached, and is asked again', async () => {
    const { session, http } = aSession({ 'GET /session': signedIn });
    http.isDown = true;
    await expect(session.load()).rejects.toMatchObject({ code: 'unreachable' });
    expect(session.get()).toEqual({ status: 'unknown' });
    http.isDown = false;
    await session.load();
    expect(nameOf(session)).toBe('Ana');
  });

  it('is asked anew after signing in', async () => {
    const { session, http } = aSession({ 'GET /session': signedOut });
    await session.load();
    http.routes = { 'GET /session': signedIn };
    await session.load();
    expect(nameOf(session)).toBe('signed-out');
    await session.load(true);
    expect(nameOf(session)).toBe('Ana');
  });
});

describe('who was signed in at the last visit', () => {
  /** Another page over the same browser. */
  const again = (routes: HttpRoutes) => aSession(routes);

  it('is shown at once, while the server is asked', async () => {
    await aSession({ 'GET /session': signedIn }).session.load();
    const { session, http } = again({ 'GET /session': signedIn });
    http.isDown = true;
    expect(await session.load()).toEqual({ status: 'signed-in', session: ANA });
    await settled();
    expect(nameOf(session)).toBe('Ana');
  });

  it('is nobody as soon as the server says so, and is forgotten', async () => {
    await aSession({ 'GET /session': signedIn }).session.load();
    const { session } = again({ 'GET /session': signedOut });
    await session.load();
    await settled();
    expect(session.get()).toEqual({ status: 'signed-out', isByChoice: false });
    const third = again({ 'GET /session': signedIn });
    third.http.isDown = true;
    await expect(third.session.load()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is unknown when what was remembered is spoilt', async () => {
    localStorage.setItem('talka.session', '{"user":7');
    const { session } = again({ 'GET /session': signedIn });
    await session.load();
    expect(nameOf(session)).toBe('Ana');
  });
});

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

describe('signing out', () => {
  it('tells the server, then forgets', async () => {
    const { session, http } = aSession({ 'GET /session': signedIn, 'POST /sign-out': () => ({ status: 204 }) });
    await session.load();
    await session.signOut();
    expect(nameOf(session)).toBe('signed-out');
    expect(http.asked.map(({ method, path }) => `${method} ${path}`)).toContain('POST /sign-out');
  });

  it('that doesn’t reach the server leaves the person signed in', async () => {
    const { session } = aSession({ 'GET /session': signedIn, 'POST /sign-out': () => refusal(503, 'unavailable') });
    await session.load();
    await expect(session.signOut()).rejects.toMatchObject({ code: 'unavailable' });
    expect(nameOf(session)).toBe('Ana');
  });
});

describe('changing the profile', () => {
  it('shows at once and tells the server only what changed', async () => {
    const { session, http } = aSession({ 'GET /session': signedIn, 'PATCH /profile': () => ({ status: 204 }) });
    await session.load();
    const change = session.changeProfile({ name: 'Ana Kovač' });
    expect(nameOf(session)).toBe('Ana Kovač');
    await change;
    expect(http.bodiesOf('PATCH /profile')).toEqual([{ name: 'Ana Kovač' }]);
  });

  it('goes back when the server refuses', async () => {
    const { session } = aSession({ 'GET /session': signedIn, 'PATCH /profile': () => refusal(400, 'invalid') });
    await session.load();
    await expect(session.changeProfile({ name: 'Ana Kovač' })).rejects.toMatchObject({ code: 'invalid' });
    expect(nameOf(session)).toBe('Ana');
  });

  it('doesn’t sign in again who was signed out meanwhile', async () => {
    const { session } = aSession({ 'GET /session': signedIn, 'PATCH /profile': signedOut });
    await session.load();
    await expect(session.changeProfile({ name: 'Ana Kovač' })).rejects.toMatchObject({ code: 'sign-in-required' });
    expect(nameOf(session)).toBe('signed-out');
  });

  it('of nobody does nothing', async () => {
    const { session, http } = aSession({ 'GET /session': signedOut });
    await session.load();
    await session.changeProfile({ name: 'Ana' });
    expect(http.bodiesOf('PATCH /profile')).toEqual([]);
  });
});
