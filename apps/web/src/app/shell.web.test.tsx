import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choose, openMenu, press, toasts, type } from './testing/hands.ts';
import { openTalka, settle } from './testing/open-talka.tsx';
import { refusal, type HttpRoutes } from './testing/test-http.ts';

const USER = {
  id: 'u1',
  name: 'Ana Kovač',
  email: 'ana@example.com',
  language: 'en',
  theme: 'system',
  timeZone: 'UTC',
};
const ACCOUNTS = [{ id: 'a1', name: 'Ana’s account', role: 'owner', trialEndsOn: null }];
const sessionOf = (user: object = {}) => ({ user: { ...USER, ...user }, accounts: ACCOUNTS, isServerOwner: true });
const ROUTES: HttpRoutes = {
  'GET /session': () => ({ json: sessionOf() }),
  'GET /boards': () => ({ json: [] }),
  'GET /server': () => ({ json: { firstRun: false, mail: true } }),
  'PATCH /profile': () => ({ status: 204 }),
  'POST /sign-out': () => ({ status: 204 }),
};
const AVATAR = 'Ana Kovač: profile, theme, language';
const open = (path = '/', routes: HttpRoutes = {}) => openTalka(path, { ...ROUTES, ...routes });

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe('what stands around every screen', () => {
  it('leads home, to the person’s own menu, and past itself by keyboard', async () => {
    await open();
    const rail = within(screen.getByRole('navigation', { name: 'Places' }));
    expect(rail.getByRole('link', { name: 'Home' }).getAttribute('href')).toBe('/');
    expect(rail.getByRole('button', { name: AVATAR })).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: 'Skip to the content' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(location.hash).toBe('');
  });

  it('shows the keys by ?, and puts them away by Escape', async () => {
    await open();
    type(document.body, '?', { shiftKey: true });
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard keys' });
    expect(within(sheet).getByText('Show these keys')).toBeDefined();
    type(sheet, 'Escape');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks who isn’t signed in to sign in, and remembers where they wanted to go', async () => {
    await open('/me', { 'GET /session': () => refusal(401, 'sign-in-required') });
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
    expect(location.pathname).toBe('/sign-in');
    expect(new URLSearchParams(location.search).get('back')).toContain('/me');
  });

  it('leads to signing in when the session ends meanwhile', async () => {
    const { app } = await open('/me');
    app.session.forget();
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
  });
});

describe('a person’s menu', () => {
  it('holds profile, keys, themes, languages by their own names, and the way out', async () => {
    await open();
    expect(await openMenu(AVATAR)).toEqual([
      'Profile and sessions',
      'Keyboard keys',
      'Like the system',
      'Light',
      'Dark',
      'English',
      'العربية',
      'Sign out',
    ]);
  });

  it('changes the theme here and for every other machine', async () => {
    const { http } = await open();
    await choose(AVATAR, 'Dark');
    await settle();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(http.bodiesOf('PATCH /profile')).toEqual([{ theme: 'dark' }]);
  });

  it('changes the language of the whole page at once', async () => {
    const { http, app } = await open();
    await choose(AVATAR, 'العربية');
    expect(await screen.findByRole('link', { name: 'الرئيسية' })).toBeDefined();
    await settle();
    expect(document.documentElement.dir).toBe('rtl');
    expect(http.bodiesOf('PATCH /profile')).toEqual([{ language: 'ar' }]);
    await app.language.change('en');
  });

  it('signs out', async () => {
    await open();
    await choose(AVATAR, 'Sign out');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
  });

  it('says why signing out didn’t work', async () => {
    await open('/', { 'POST /sign-out': () => refusal(503, 'unavailable') });
    await choose(AVATAR, 'Sign out');
    await settle();
    expect(toasts()).toEqual(['The server is busy or restarting. Please try again in a moment.']);
    expect(screen.getByRole('navigation', { name: 'Places' })).toBeDefined();
  });
});

describe('the profile’s own choices', () => {
  it('hold on every machine', async () => {
    const routes = { 'GET /session': () => ({ json: sessionOf({ theme: 'light', language: 'ar' }) }) };
    const { app } = await open('/', routes);
    await settle();
    expect(document.documentElement.dataset['theme']).toBe('light');
    expect(document.documentElement.lang).toBe('ar');
    await app.language.change('en');
  });
});

describe('an address where nothing is', () => {
  it('says so and leads home', async () => {
    await open('/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeDefined();
    press('Go to Home');
    await settle();
    expect(location.pathname).toBe('/');
  });
});

describe('a server that can’t be reached', () => {
  it('is told, and tried again when asked', async () => {
    let isDown = true;
    await open('/', { 'GET /session': () => (isDown ? refusal(503, 'unavailable') : { json: sessionOf() }) });
    expect(await screen.findByRole('heading', { name: "That didn't work" })).toBeDefined();
    isDown = false;
    press('Try again');
    expect(await screen.findByRole('navigation', { name: 'Places' })).toBeDefined();
  });
});
