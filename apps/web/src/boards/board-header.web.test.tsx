import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, openMenu, press, toasts, type, write } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { openBoard } from './testing/open-board.tsx';
import { ada, mika, vera } from './testing/people.ts';

const name = () => screen.getByRole('heading', { level: 1 });

describe('the head of a board', () => {
  it('names the account and the board, and the browser’s tab', async () => {
    await openBoard();
    expect(screen.getByText('Nordic Tools')).toBeDefined();
    expect(name().textContent).toBe('Autumn');
    expect(document.title).toBe('Autumn · Talka');
  });

  it('shows who is on the board', async () => {
    await openBoard();
    const faces = within(screen.getAllByRole('button', { name: 'People of the board' })[0] ?? document.body);
    expect(faces.getAllByRole('img').map((face) => face.getAttribute('aria-label'))).toEqual([
      'Ada Marin',
      'Mika Saar',
      'Vera Oja',
    ]);
  });

  it('shows at once what another person calls the board', async () => {
    const { server } = await openBoard();
    server.act(ada, 'board.rename', { name: 'Winter' });
    await settle();
    expect(name().textContent).toBe('Winter');
    expect(screen.getByRole('link', { name: 'Winter' })).toBeDefined();
  });
});

describe('renaming a board', () => {
  it('happens in its name, with Enter', async () => {
    const { server } = await openBoard();
    press('Autumn');
    write(screen.getByRole('textbox', { name: 'Rename board' }), 'Winter');
    type(screen.getByRole('textbox'), 'Enter');
    expect(name().textContent).toBe('Winter');
    expect(server.commandsHeard()).toEqual([['board.rename', { name: 'Winter' }]]);
  });

  it('also from the menu', async () => {
    await openBoard();
    await choose('Board actions', 'Rename board');
    expect(await screen.findByRole('textbox', { name: 'Rename board' })).toHaveProperty('value', 'Autumn');
  });

  it.each([mika, vera])('isn’t offered to $name', async (who) => {
    await openBoard({ as: who });
    expect(within(name()).queryByRole('button')).toBeNull();
    expect(await openMenu('Board actions')).not.toContain('Rename board');
  });

  it('that is refused by the server is taken back, with the reason', async () => {
    const { server } = await openBoard();
    server.act(ada, 'member.setRole', { user: mika.id, role: 'admin' });
    server.act(mika, 'member.setRole', { user: ada.id, role: 'member' });
    server.hold();
    press('Autumn');
    write(screen.getByRole('textbox'), 'Winter');
    type(screen.getByRole('textbox'), 'Enter');
    expect(name().textContent).toBe('Winter');
    await settle();
    fromOutside(() => server.resume());
    await settle();
    expect(name().textContent).toBe('Autumn');
    expect(toasts()).toEqual(["Your role on this board doesn't allow this. Ask a Board Admin."]);
  });
});

describe('how the page stands with the server', () => {
  it('is a word in the head: live, saving, offline with what waits', async () => {
    const { server, network } = await openBoard();
    expect(screen.getByText('Live')).toBeDefined();
    server.hold();
    press('Autumn');
    write(screen.getByRole('textbox'), 'Winter');
    type(screen.getByRole('textbox'), 'Enter');
    expect(screen.getByText('Saving 1 change')).toBeDefined();
    fromOutside(() => network.latest.drop());
    expect(screen.getByText('Offline, 1 change waiting')).toBeDefined();
    fromOutside(() => server.resume());
    expect(await screen.findByText('Live')).toBeDefined();
    expect(name().textContent).toBe('Winter');
  });

  it('is offline without a number while nothing waits', async () => {
    const { network } = await openBoard();
    fromOutside(() => network.latest.drop());
    expect(screen.getByText('Offline')).toBeDefined();
  });
});

describe('Trash', () => {
  it('stands hidden until it is asked for, by menu or by t', async () => {
    await openBoard({ plan: { Next: [], Trash: ['Old idea'] } });
    expect(screen.queryByText('Old idea')).toBeNull();
    await choose('Board actions', /Show Trash/);
    expect(screen.getByRole('heading', { name: 'Trash' })).toBeDefined();
    expect(screen.getByText('Old idea')).toBeDefined();
    type(document.body, 't');
    expect(screen.queryByText('Old idea')).toBeNull();
  });
});

describe('leaving a board', () => {
  it('asks first, then goes', async () => {
    const { server } = await openBoard({ as: mika });
    await choose('Board actions', 'Leave board');
    const dialog = await screen.findByRole('dialog', { name: 'Leave this board?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave board' }));
    expect(server.commandsHeard()).toEqual([['member.leave', {}]]);
  });

  it('isn’t possible for the only Board Admin, and says what to do', async () => {
    const { server } = await openBoard();
    await choose('Board actions', 'Leave board');
    press('Leave board', await screen.findByRole('dialog'));
    expect(toasts()).toEqual(['A board needs a Board Admin. Make someone else Board Admin first.']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('shows nothing of the board to who is no longer on it', async () => {
    const { server } = await openBoard({ as: mika });
    fromOutside(() => server.send({ t: 'revoked', board: 'board' }));
    expect(screen.getByText("This board isn't here")).toBeDefined();
    expect(screen.queryByText('Write')).toBeNull();
  });
});
