import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, openMenu, press, toasts, type, write } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada, mika, vera } from '../boards/testing/people.ts';
import { card, cardsOf, column, focusedCard } from './testing/cards.ts';

const editor = () => screen.getByRole('textbox', { name: 'Title of the task' });
const menuOf = (title: string) => openMenu(`Actions of “${title}”`);

describe('a card', () => {
  it('opens its task by a click anywhere on it', async () => {
    await openBoard();
    fireEvent.click(card('Write'));
    expect(await screen.findByRole('dialog', { name: 'Write' })).toBeDefined();
    expect(location.pathname).toBe('/b/board/t/Write');
  });

  it('has a title that is a link, to be opened elsewhere or copied', async () => {
    await openBoard();
    const link = within(card('Write')).getByRole('link', { name: 'Write' });
    expect(link.getAttribute('href')).toBe('/b/board/t/Write');
  });

  it('shows at once what another person makes of it', async () => {
    const { server } = await openBoard();
    server.act(mika, 'task.rename', { id: 'Write' as never, title: 'Write a book' });
    server.act(mika, 'task.describe', { id: 'Write' as never, text: 'With pictures' });
    await settle();
    expect(within(card('Write a book')).getByRole('img', { name: 'Has a description' })).toBeDefined();
    server.act(mika, 'task.move', { id: 'Write' as never, column: 'Doing' as never, after: 'Print' as never });
    await settle();
    expect(cardsOf('Next')).toEqual(['Draw']);
    expect(cardsOf('Doing')).toEqual(['Print', 'Write a book']);
  });

  it('in Trash says who put it there and when', async () => {
    await openBoard({ plan: { Next: [], Trash: ['Old'] } });
    type(document.body, 't');
    expect(within(card('Old')).getByText(/^Ada Marin, .+/)).toBeDefined();
  });
});

describe('the menu of a card', () => {
  it('offers a Team Member to open, rename, move and trash it', async () => {
    await openBoard({ as: mika });
    expect(await menuOf('Write')).toEqual([
      'Open',
      'Rename',
      'Move to…',
      'Status',
      'Priority',
      'Assign to me',
      'People…',
      'Due date…',
      'Tags…',
      'Move to Trash',
    ]);
  });

  it('offers a Visitor only to open it', async () => {
    await openBoard({ as: vera });
    expect(await menuOf('Write')).toEqual(['Open']);
  });

  it('offers to restore what is in Trash', async () => {
    await openBoard({ plan: { Next: [], Trash: ['Old'] } });
    type(document.body, 't');
    expect(await menuOf('Old')).toEqual(['Open', 'Move to…', 'Restore']);
  });

  it('opens the task', async () => {
    await openBoard();
    await choose('Actions of “Write”', 'Open');
    expect(await screen.findByRole('dialog', { name: 'Write' })).toBeDefined();
  });
});

describe('renaming on the card', () => {
  it.each(['e', 'F2'])('begins with %s; Enter saves it and the card keeps the focus', async (key) => {
    const { server } = await openBoard();
    fromOutside(() => card('Write').focus());
    type(card('Write'), key);
    expect(document.activeElement).toBe(editor());
    write(editor(), 'Write a book');
    type(editor(), 'Enter');
    expect(cardsOf('Next')).toEqual(['Write a book', 'Draw']);
    expect(server.commandsHeard()).toEqual([['task.rename', { id: 'Write', title: 'Write a book' }]]);
    expect(focusedCard()).toBe('Write a book');
  });

  it('begins from the menu too, with the whole title selected', async () => {
    await openBoard();
    await choose('Actions of “Write”', 'Rename');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Title of the task' });
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 'Write'.length]);
  });

  it('goes back with Escape', async () => {
    const { server } = await openBoard();
    type(card('Write'), 'e');
    write(editor(), 'Never mind');
    type(editor(), 'Escape');
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('saves what was written when the field is left', async () => {
    await openBoard();
    type(card('Write'), 'e');
    write(editor(), 'Write a book');
    fireEvent.blur(editor());
    expect(cardsOf('Next')).toEqual(['Write a book', 'Draw']);
  });

  it('doesn’t take an empty title', async () => {
    const { server } = await openBoard();
    type(card('Write'), 'e');
    write(editor(), '  ');
    type(editor(), 'Enter');
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('isn’t there for a Visitor', async () => {
    await openBoard({ as: vera });
    type(card('Write'), 'e');
    type(card('Write'), 'F2');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('of a task whose column somebody else deletes meanwhile still counts', async () => {
    const { server } = await openBoard();
    type(card('Write'), 'e');
    server.hold();
    server.act(ada, 'column.delete', { id: 'Next' as never, to: 'Doing' as never });
    write(editor(), 'Write a book');
    type(editor(), 'Enter');
    server.resume();
    await settle();
    expect(cardsOf('Doing')).toEqual(['Print', 'Write a book', 'Draw']);
    expect(toasts()).toEqual([]);
  });
});

describe('a card in Done', () => {
  it('says why it can’t be renamed', async () => {
    await openBoard({ plan: { Next: [], Done: ['Old'] } });
    type(card('Old'), 'e');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(toasts()).toEqual(['Tasks in Done and Trash stay as they are. Move it back to a column to change it.']);
    expect(await menuOf('Old')).toEqual(['Open', 'Move to…', 'Move to Trash']);
  });
});

describe('moving a task to Trash', () => {
  it('takes the card away and offers to undo it', async () => {
    const { server } = await openBoard();
    await choose('Actions of “Draw”', 'Move to Trash');
    expect(cardsOf('Next')).toEqual(['Write']);
    expect(toasts()).toEqual(['“Draw” is in Trash.']);
    await settle();
    press('Undo');
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
    expect(toasts()).toEqual(['Back in Next.']);
    await settle();
    expect(server.commandsHeard().map(([name]) => name)).toEqual(['task.trash', 'task.restore']);
  });

  it.each(['Delete', 'Backspace'])('also by %s on the card', async (key) => {
    await openBoard();
    type(card('Draw'), key);
    expect(cardsOf('Next')).toEqual(['Write']);
  });

  it('isn’t there for a Visitor', async () => {
    const { server } = await openBoard({ as: vera });
    type(card('Draw'), 'Delete');
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('restored from there goes back to its column', async () => {
    await openBoard({ plan: { Next: ['Write'], Trash: ['Old'] } });
    type(document.body, 't');
    await choose('Actions of “Old”', 'Restore', column('Trash'));
    expect(cardsOf('Trash')).toEqual([]);
    expect(cardsOf('Next')).toContain('Old');
    expect(screen.getByText('Nothing in Trash. What you move here can be restored.')).toBeDefined();
  });
});
