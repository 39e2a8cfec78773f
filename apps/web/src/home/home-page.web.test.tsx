import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { press, toasts, type, write } from '../app/testing/hands.ts';
import { openTalka, settle } from '../app/testing/open-talka.tsx';
import { refusal, type HttpRoutes } from '../app/testing/test-http.ts';

const SESSION = {
  user: { id: 'u1', name: 'Ana', email: 'ana@example.com', language: 'en', theme: 'system', timeZone: 'UTC' },
  accounts: [{ id: 'a1', name: 'Nordic Tools', role: 'owner', trialEndsOn: null }],
  isServerOwner: true,
};
const tile = (name: string, some: object = {}) => ({
  id: name.toLowerCase(),
  name,
  accountId: 'a1',
  accountName: 'Nordic Tools',
  role: 'admin',
  openTasks: 3,
  updatedAt: Date.now(),
  people: [{ id: 'u1', name: 'Ana' }],
  ...some,
});
const many = Array.from({ length: 8 }, (_, index) => tile(`Board${index + 1}`, { updatedAt: 1_000 - index }));

let visits = 0;

/** Home as somebody who has never seen it here before. */
async function openHome(boards: readonly unknown[], routes: HttpRoutes = {}) {
  visits += 1;
  const user = { ...SESSION.user, id: `u${visits}` };
  const opened = await openTalka('/', {
    'GET /session': () => ({ json: { ...SESSION, user } }),
    'GET /boards': () => ({ json: boards }),
    ...routes,
  });
  await screen.findByRole('heading', { level: 1 });
  await settle();
  return opened;
}

const names = () =>
  within(screen.getByRole('list', { name: 'Boards' }))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href')?.replace('/b/', ''));

describe('Home', () => {
  it('shows each board with its account, role, open tasks and people', async () => {
    await openHome([tile('Autumn'), tile('Empty', { openTasks: 0, role: 'visitor', updatedAt: 0 })]);
    const [autumn, empty] = screen.getAllByRole('listitem');
    expect(autumn?.textContent).toContain('AutumnNordic Tools · Board Admin3 open tasks');
    expect(empty?.textContent).toContain('Nordic Tools · VisitorNo open tasks');
    expect(within(autumn ?? document.body).getByRole('img', { name: 'Ana' })).toBeDefined();
    expect(document.title).toBe('Home · Talka');
  });

  it('begins with the board that changed last', async () => {
    await openHome([tile('Old', { updatedAt: 1 }), tile('New', { updatedAt: 2 })]);
    expect(names()).toEqual(['new', 'old']);
  });

  it('invites a new person to make the first board', async () => {
    await openHome([]);
    press('Create your first board');
    expect(await screen.findByRole('dialog', { name: 'Create new board' })).toBeDefined();
  });

  it('says why boards can’t be listed, and asks again', async () => {
    let isDown = true;
    await openHome([], { 'GET /boards': () => (isDown ? refusal(503, 'unavailable') : { json: [tile('Autumn')] }) });
    expect(screen.getByRole('alert').textContent).toContain('The server is busy or restarting.');
    isDown = false;
    press('Try again');
    await settle();
    expect(names()).toEqual(['autumn']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks again when the person comes back to the page', async () => {
    const boards = [tile('Autumn')];
    await openHome(boards);
    boards.push(tile('Winter', { updatedAt: 1 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(names()).toEqual(['autumn', 'winter']);
  });
});

describe('searching on Home', () => {
  const search = () => screen.getByRole('searchbox', { name: 'Search boards by name' });

  it('is offered from seven boards on', async () => {
    await openHome(many.slice(0, 6));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('begins with / and narrows as one writes', async () => {
    await openHome(many);
    type(document.body, '/');
    expect(document.activeElement).toBe(search());
    write(search(), 'board3');
    await settle();
    expect(names()).toEqual(['board3']);
  });

  it('that finds nothing says so, and leads back to all', async () => {
    await openHome(many);
    write(search(), 'zebra');
    await settle();
    expect(screen.getByRole('heading', { name: 'No board is called “zebra”' })).toBeDefined();
    press('Show all boards');
    await settle();
    expect(names()).toHaveLength(8);
  });
});

describe('the keys of Home', () => {
  it('are one stop for Tab, then arrows', async () => {
    await openHome(many);
    const links = screen.getByRole('list', { name: 'Boards' }).querySelectorAll('a');
    expect([...links].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    links[0]?.focus();
    type(links[0] ?? null, 'End');
    expect(document.activeElement).toBe(links[7]);
    type(links[7] ?? null, 'Home');
    expect(document.activeElement).toBe(links[0]);
  });

  it('n asks for a new board', async () => {
    await openHome([tile('Autumn')]);
    type(document.body, 'n');
    expect(await screen.findByRole('dialog', { name: 'Create new board' })).toBeDefined();
  });
});

describe('making a board', () => {
  const CREATE = 'POST /boards';
  const make = async (name: string) => {
    press('New board');
    const dialog = await screen.findByRole('dialog', { name: 'Create new board' });
    write(within(dialog).getByLabelText('Board name'), name);
    fireEvent.submit(dialog.querySelector('form') ?? dialog);
  };

  it('shows it among the others at once, sends its columns in words, and goes there', async () => {
    const { http } = await openHome([tile('Autumn')], { [CREATE]: () => ({ status: 201, json: { id: 'new' } }) });
    await make('Winter');
    await settle();
    expect(http.bodiesOf(CREATE)).toMatchObject([
      { name: 'Winter', accountId: 'a1', stages: ['To Do', 'Doing'], done: 'Completed' },
    ]);
    expect(location.pathname).toMatch(/^\/b\/[0-9a-f-]{36}$/);
  });

  it('that is refused takes it away again and offers to try again', async () => {
    let isDown = true;
    const answer = () => (isDown ? refusal(503, 'unavailable') : { status: 201, json: { id: 'new' } });
    const { http } = await openHome([tile('Autumn')], { [CREATE]: answer });
    await make('Winter');
    await settle();
    expect(toasts()).toEqual(['The server is busy or restarting. Please try again in a moment.']);
    expect(names()).toEqual(['autumn']);
    isDown = false;
    press('Try again');
    await settle();
    expect(http.bodiesOf(CREATE)).toHaveLength(2);
  });
});
