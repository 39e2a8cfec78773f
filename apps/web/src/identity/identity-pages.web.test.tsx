import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { press, toasts, write } from '../app/testing/hands.ts';
import { openTalka, settle } from '../app/testing/open-talka.tsx';
import { refusal, type HttpRoutes } from '../app/testing/test-http.ts';
import { draftEmail } from './draft-email.ts';

const ANA = {
  user: { id: 'u1', name: 'Ana', email: 'ana@example.com', language: 'en', theme: 'system', timeZone: 'UTC' },
  accounts: [{ id: 'a1', name: 'Ana’s account', role: 'owner', trialEndsOn: null }],
  isServerOwner: true,
};

let isSignedIn = false;
beforeEach(() => {
  isSignedIn = false;
  draftEmail.set('');
});

const ROUTES: HttpRoutes = {
  'GET /session': () => (isSignedIn ? { json: ANA } : refusal(401, 'sign-in-required')),
  'GET /server': () => ({ json: { firstRun: false, mail: true } }),
  'GET /boards': () => ({ json: [] }),
  'POST /sign-in': () => {
    isSignedIn = true;
    return { status: 200, json: { status: 'signed-in' } };
  },
};

async function open(path: string, routes: HttpRoutes = {}) {
  const opened = await openTalka(path, { ...ROUTES, ...routes });
  await screen.findByRole('heading', { level: 1 });
  await settle();
  return opened;
}

const email = () => screen.getByLabelText('E-mail address');
const password = () => screen.getByLabelText(/assword$/, { selector: 'input' });
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('signing in', () => {
  it('says what is missing and asks nobody', async () => {
    const { http } = await open('/sign-in');
    press('Sign in');
    expect(screen.getByText('Write your e-mail address.')).toBeDefined();
    expect(screen.getByText('Write your password.')).toBeDefined();
    expect(http.bodiesOf('POST /sign-in')).toEqual([]);
  });

  it('goes where the person wanted', async () => {
    const { http } = await open('/sign-in?back=%2Fme', { 'GET /sessions': () => ({ json: [] }) });
    write(email(), ' ana@example.com ');
    write(password(), 'seven green kites');
    press('Sign in');
    expect(await screen.findByRole('heading', { name: 'Profile' })).toBeDefined();
    expect(location.pathname).toBe('/me');
    expect(http.bodiesOf('POST /sign-in')).toEqual([{ email: 'ana@example.com', password: 'seven green kites' }]);
  });

  it.each([400, 401, 403, 404])('answers %i the same for an unknown address and a wrong password', async (status) => {
    const codes: Readonly<Record<number, string>> = { 400: 'invalid', 401: 'sign-in-required', 403: 'forbidden' };
    await open('/sign-in', { 'POST /sign-in': () => refusal(status, codes[status] ?? 'not-found') });
    write(email(), 'ana@example.com');
    write(password(), 'wrong');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toBe("The e-mail address or the password isn't right.");
  });

  it('says how long to wait after too many tries', async () => {
    const routes = { 'POST /sign-in': () => refusal(429, 'too-many-requests', { retryAfterSeconds: 30 }) };
    await open('/sign-in', routes);
    write(email(), 'ana@example.com');
    write(password(), 'wrong');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toBe('Too many tries. Try again in 30 seconds.');
  });

  it('on a server that nobody has set up yet leads to signing up', async () => {
    await open('/sign-in', { 'GET /server': () => ({ json: { firstRun: true, mail: true } }) });
    expect(await screen.findByRole('heading', { name: 'Set up your Talka' })).toBeDefined();
    expect(screen.getByText('You are the first here: this account will own the server.')).toBeDefined();
  });

  it('isn’t shown to who is signed in', async () => {
    isSignedIn = true;
    await open('/sign-in?back=%2F');
    expect(location.pathname).toBe('/');
  });

  it('can show the password', async () => {
    await open('/sign-in');
    expect(password()).toHaveProperty('type', 'password');
    press('Show the password');
    expect(password()).toHaveProperty('type', 'text');
    press('Hide the password');
    expect(password()).toHaveProperty('type', 'password');
  });
});

describe('a forgotten password', () => {
  it('asks for the address, and says the same whether it is known or not', async () => {
    const { http } = await open('/forgot', { 'POST /password-resets': () => ({ status: 202 }) });
    press('Send the link');
    expect(screen.getByText('Write your e-mail address.')).toBeDefined();
    write(email(), 'ana@example.com');
    press('Send the link');
    expect(await screen.findByText(/has an account here, a mail with a link is on its way/)).toBeDefined();
    expect(title()).toBe('Look into your mailbox');
    expect(http.bodiesOf('POST /password-resets')).toEqual([{ email: 'ana@example.com' }]);
  });

  it('on a server without mail says where the link is', async () => {
    const server = () => ({ json: { firstRun: false, mail: false } });
    await open('/forgot', { 'POST /password-resets': () => ({ status: 202 }), 'GET /server': server });
    write(email(), 'ana@example.com');
    press('Send the link');
    expect(await screen.findByText(/This server doesn't send mail yet/)).toBeDefined();
  });
});

describe('setting a new password', () => {
  const REDEEM = 'POST /password-resets/redeem';

  it('redeems the link’s secret and leads to signing in', async () => {
    const { http } = await open('/reset#s3cret', { [REDEEM]: () => ({ status: 204 }) });
    write(password(), 'seven green kites');
    press('Set the password');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
    expect(http.bodiesOf(REDEEM)).toEqual([{ token: 's3cret', password: 'seven green kites' }]);
    expect(toasts()).toEqual(['Your new password is set. Sign in with it.']);
  });

  it('doesn’t take one that is too short', async () => {
    const { http } = await open('/reset#s3cret');
    write(password(), 'short');
    press('Set the password');
    expect(screen.getByText('Too short: use at least 10 characters.')).toBeDefined();
    expect(http.bodiesOf(REDEEM)).toEqual([]);
  });

  it.each([
    ['without a secret', '/reset'],
    ['that was used', '/reset#used'],
  ])('by a link %s leads to a new one', async (_how, path) => {
    await open(path, { [REDEEM]: () => refusal(410, 'gone') });
    if (path !== '/reset') {
      write(password(), 'seven green kites');
      press('Set the password');
    }
    const link = await screen.findByRole('link', { name: 'Ask for a new one' });
    expect(link.getAttribute('href')).toBe('/forgot');
  });

  it('keeps the form when the server finds the password too easy', async () => {
    await open('/reset#s3cret', { [REDEEM]: () => refusal(400, 'invalid', { field: 'password', reason: 'common' }) });
    write(password(), 'password123');
    press('Set the password');
    expect(await screen.findByText(/^Too easy to guess/)).toBeDefined();
  });
});

describe('confirming an address', () => {
  it('happens once, by the link alone', async () => {
    const { http } = await open('/verify#s3cret', { 'POST /email-verifications/redeem': () => ({ status: 204 }) });
    expect(await screen.findByText('Your address is confirmed.')).toBeDefined();
    expect(http.bodiesOf('POST /email-verifications/redeem')).toEqual([{ token: 's3cret' }]);
  });

  it('by a link that was used says so', async () => {
    await open('/verify#used', { 'POST /email-verifications/redeem': () => refusal(410, 'gone') });
    expect((await screen.findByRole('alert')).textContent).toContain('This link has been used or is too old.');
  });
});

describe('an invitation', () => {
  const LOOK = 'POST /invitations/look';
  const invitation = { boardName: 'Autumn', inviterName: 'Mika Saar', role: 'member', email: 'ana@example.com' };

  it('says who invites to what as what, and lets a new person sign up with the invited address', async () => {
    await open('/join#s3cret', { [LOOK]: () => ({ json: invitation }) });
    expect(await screen.findByRole('heading', { name: 'Autumn' })).toBeDefined();
    expect(screen.getByText(/invites you to work on this board as/).textContent).toBe(
      'Mika Saar invites you to work on this board as Team Member.',
    );
    press('Sign up and join');
    expect(await screen.findByRole('heading', { name: 'Sign up' })).toBeDefined();
    expect(email()).toHaveProperty('value', 'ana@example.com');
    expect(new URLSearchParams(location.search).get('back')).toContain('/join#s3cret');
  });

  it('is accepted with one press by who is signed in', async () => {
    isSignedIn = true;
    const accept = () => ({ json: { boardId: 'board' } });
    const { http } = await open('/join#s3cret', {
      [LOOK]: () => ({ json: invitation }),
      'POST /invitations/accept': accept,
    });
    await screen.findByRole('heading', { name: 'Autumn' });
    press('Join as Ana');
    await settle();
    expect(location.pathname).toBe('/b/board');
    expect(http.bodiesOf('POST /invitations/accept')).toEqual([{ token: 's3cret' }]);
  });

  it('that was used or taken back says so and leads home', async () => {
    await open('/join#used', { [LOOK]: () => refusal(410, 'gone') });
    expect((await screen.findByRole('alert')).textContent).toContain('This link has been used or is too old.');
    expect(screen.getByRole('link', { name: 'Go to Home' })).toBeDefined();
  });
});

describe('where one is signed in', () => {
  const row = (id: string, browser: string | null, current = false) => ({
    ...{ id, browser, current, createdAt: Date.now(), lastSeenAt: Date.now(), address: '10.0.0.1' },
  });
  const rows = [row('s1', 'Firefox on Linux', true), row('s2', 'Chrome on Android'), row('s3', null)];

  it('can be ended in each place', async () => {
    isSignedIn = true;
    const routes = { 'GET /sessions': () => ({ json: rows }), 'DELETE /sessions/s2': () => ({ status: 204 }) };
    const { http } = await open('/me', routes);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByText('Unknown browser')).toBeDefined();
    const [second] = screen.getAllByRole('button', { name: 'Sign out there' });
    second?.click();
    await settle();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(http.bodiesOf('DELETE /sessions/s2')).toHaveLength(1);
  });

  it('can be ended everywhere else at once; a refusal brings them back', async () => {
    isSignedIn = true;
    const routes = {
      'GET /sessions': () => ({ json: rows }),
      'DELETE /sessions': () => refusal(503, 'unavailable'),
    };
    await open('/me', routes);
    press('Sign out everywhere else');
    await settle();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(toasts()).toEqual(['The server is busy or restarting. Please try again in a moment.']);
  });
});
