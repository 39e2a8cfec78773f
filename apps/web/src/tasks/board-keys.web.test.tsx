import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type, write } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada, vera } from '../boards/testing/people.ts';
import { card, cardsOf, column, focusedCard } from './testing/cards.ts';

const PLAN = { Next: ['One', 'Two', 'Three'], Empty: [], Doing: ['Four'] };
const focus = (title: string) => fromOutside(() => card(title).focus());

describe('the keys of a board', () => {
  it('Enter opens the card that has the focus', async () => {
    await openBoard();
    focus('Write');
    type(card('Write'), 'Enter');
    expect(await screen.findByRole('dialog', { name: 'Write' })).toBeDefined();
  });

  it('arrows go from card to card', async () => {
    await openBoard({ plan: PLAN });
    focus('One');
    type(document.activeElement, 'ArrowDown');
    expect(focusedCard()).toBe('Two');
    type(document.activeElement, 'ArrowUp');
    expect(focusedCard()).toBe('One');
    type(document.activeElement, 'End');
    expect(focusedCard()).toBe('Three');
  });

  it('arrows go to the next column that has cards, at the same height if there is one', async () => {
    await openBoard({ plan: PLAN });
    focus('Two');
    type(document.activeElement, 'ArrowRight');
    await waitFor(() => expect(focusedCard()).toBe('Four'));
    type(document.activeElement, 'ArrowLeft');
    await waitFor(() => expect(focusedCard()).toBe('One'));
  });

  it('arrows stay where there is no further column', async () => {
    await openBoard({ plan: PLAN });
    focus('Four');
    type(document.activeElement, 'ArrowRight');
    await settle();
    expect(focusedCard()).toBe('Four');
  });

  it('arrows are mirrored where one reads from the right', async () => {
    await openBoard({ plan: PLAN });
    document.documentElement.dir = 'rtl';
    focus('One');
    type(document.activeElement, 'ArrowLeft');
    await waitFor(() => expect(focusedCard()).toBe('Four'));
    document.documentElement.dir = 'ltr';
  });

  it('n adds a task to the first column, or to the one the focus is in', async () => {
    await openBoard({ plan: PLAN });
    type(document.body, 'n');
    const field = within(column('Next')).getByRole('textbox', { name: 'Title of the new task' });
    type(field, 'Escape');
    focus('Four');
    type(document.activeElement, 'n');
    const other = within(column('Doing')).getByRole('textbox', { name: 'Title of the new task' });
    write(other, 'Five');
    type(other, 'Enter');
    expect(cardsOf('Doing')).toEqual(['Four', 'Five']);
  });

  it('m asks where to move the task', async () => {
    await openBoard();
    type(card('Write'), 'm');
    expect(await screen.findByRole('dialog', { name: 'Move task' })).toBeDefined();
  });

  it('held with Ctrl or ⌘ belong to the browser', async () => {
    const { server } = await openBoard();
    type(card('Write'), 'e', { ctrlKey: true });
    type(card('Write'), 'Delete', { metaKey: true });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(server.commandsHeard()).toEqual([]);
  });

  it('pressed on a card’s button belong to the button', async () => {
    const { server } = await openBoard();
    type(within(card('Write')).getByRole('button'), 'Delete');
    expect(server.commandsHeard()).toEqual([]);
  });

  it('do nothing for a card that is gone', async () => {
    const { server } = await openBoard({ plan: PLAN });
    focus('Two');
    server.act(ada, 'task.trash', { id: 'Two' as never });
    await settle();
    type(document.body, 'Delete');
    expect(server.commandsHeard()).toEqual([]);
    expect(cardsOf('Next')).toEqual(['One', 'Three']);
  });
});

describe('the sheet of keys', () => {
  const sheet = async () => {
    type(document.body, '?', { shiftKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard keys' });
    return within(dialog)
      .getAllByRole('term')
      .map(({ textContent }) => textContent);
  };

  it('lists what a Board Admin can press', async () => {
    await openBoard();
    const listed = [
      'Add a column',
      'Add a task',
      'Go from card to card',
      'Lift the card, then arrows, then Space again',
      'Move the task to Trash',
      'Move the task to…',
      'Open the task',
      'People of the board',
      'Rename the task',
      'Show or hide Trash',
      'Show these keys',
    ];
    expect(await sheet()).toEqual(expect.arrayContaining(listed));
  });

  it('leaves out what a Visitor may not do', async () => {
    await openBoard({ as: vera });
    const keys = await sheet();
    expect(keys).not.toContain('Add a task');
    expect(keys).not.toContain('Rename the task');
    expect(keys).toContain('Open the task');
  });
});
