import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, press, toasts, type, write } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { openBoard } from './testing/open-board.tsx';
import { ada, mika } from './testing/people.ts';

const undo = () => type(document.body, 'z', { ctrlKey: true });
const redo = () => type(document.body, 'z', { ctrlKey: true, shiftKey: true });
const name = () => screen.getByRole('heading', { level: 1 }).textContent;

async function renameTo(text: string): Promise<void> {
  press(name() ?? '');
  write(screen.getByRole('textbox', { name: 'Rename board' }), text);
  type(screen.getByRole('textbox'), 'Enter');
  await settle();
}

describe('taking back what one did', () => {
  it('goes back one change, names it, and can do it again', async () => {
    await openBoard();
    await renameTo('Winter');
    undo();
    await settle();
    expect(name()).toBe('Autumn');
    expect(toasts()).toEqual(['Undone: Renaming the board.']);
    redo();
    await settle();
    expect(name()).toBe('Winter');
    expect(toasts().at(-1)).toBe('Done again: Renaming the board.');
  });

  it('says when there is nothing', async () => {
    await openBoard();
    undo();
    expect(toasts()).toEqual(['There is nothing to undo.']);
    redo();
    expect(toasts().at(-1)).toBe('There is nothing to do again.');
  });

  it('leaves alone what another person did', async () => {
    const { server } = await openBoard();
    server.act(ada, 'member.setRole', { user: mika.id, role: 'admin' });
    server.act(mika, 'board.rename', { name: 'Mika’s' });
    await settle();
    undo();
    expect(name()).toBe('Mika’s');
    expect(toasts()).toEqual(['There is nothing to undo.']);
  });

  it('doesn’t overwrite what another person made of it since', async () => {
    const { server } = await openBoard();
    await renameTo('Winter');
    server.act(ada, 'member.setRole', { user: mika.id, role: 'admin' });
    server.act(mika, 'board.rename', { name: 'Spring' });
    await settle();
    undo();
    await settle();
    expect(name()).toBe('Spring');
    expect(toasts()).toEqual(['Somebody has changed this since, so it stays as it is.']);
  });

  it('in a field belongs to the field', async () => {
    await openBoard();
    await renameTo('Winter');
    await choose('Board actions', 'Rename board');
    type(await screen.findByRole('textbox', { name: 'Rename board' }), 'z', { ctrlKey: true });
    await settle();
    expect(toasts()).toEqual([]);
  });
});
