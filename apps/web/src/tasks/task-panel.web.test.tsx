import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, press, toasts, type, write } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { refusal } from '../app/testing/test-http.ts';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada, mika, vera } from '../boards/testing/people.ts';
import { card, cardsOf } from './testing/cards.ts';

const panel = (name = 'Write') => screen.getByRole('dialog', { name });
const openPanel = async (more: Parameters<typeof openBoard>[0] = {}) => {
  const opened = await openBoard({ path: '/t/Write', ...more });
  await screen.findByRole('dialog', { name: 'Write' });
  await settle();
  return opened;
};

describe('a task’s panel', () => {
  it('opens over its board at its own address, and names the browser’s tab', async () => {
    await openPanel();
    expect(within(panel()).getByRole('heading', { level: 2 }).textContent).toBe('Write');
    expect(document.title).toBe('Write · Talka');
    expect(card('Draw')).toBeDefined();
  });

  it('says on which board and in which column the task is, live', async () => {
    const { server } = await openPanel({ as: vera });
    const places = () => within(panel()).getAllByRole('definition').slice(-2);
    expect(places().map(({ textContent }) => textContent)).toEqual(['Autumn', 'Next']);
    server.act(ada, 'task.move', { id: 'Write' as never, column: 'Doing' as never, after: null });
    await settle();
    expect(places().map(({ textContent }) => textContent)).toEqual(['Autumn', 'Doing']);
  });

  it.each([
    ['its button', () => press('Close', panel())],
    ['Escape', () => type(panel(), 'Escape')],
  ])('closes by %s, back to the board’s address', async (_way, close) => {
    await openPanel();
    close();
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(location.pathname).toBe('/b/board');
    expect(document.title).toBe('Autumn · Talka');
  });

  it('gives the focus back to the card it was opened from', async () => {
    await openBoard();
    fromOutside(() => card('Draw').focus());
    type(card('Draw'), 'Enter');
    await screen.findByRole('dialog', { name: 'Draw' });
    type(panel('Draw'), 'Escape');
    await settle();
    expect(document.activeElement).toBe(card('Draw'));
  });

  it('of a task that isn’t here says so', async () => {
    await openBoard({ path: '/t/nowhere' });
    expect(await screen.findByRole('dialog', { name: 'Task' })).toBeDefined();
    expect(screen.getByText("This task isn't here")).toBeDefined();
  });
});

describe('the title in the panel', () => {
  it('is renamed by a press on it', async () => {
    const { server } = await openPanel();
    fireEvent.click(within(panel()).getByTitle('Rename'));
    const field = within(panel()).getByRole('textbox', { name: 'Title of the task' });
    write(field, 'Write a book');
    type(field, 'Enter');
    expect(server.commandsHeard()).toEqual([['task.rename', { id: 'Write', title: 'Write a book' }]]);
    expect(cardsOf('Next')).toEqual(['Write a book', 'Draw']);
    expect(panel('Write a book')).toBeDefined();
  });

  it('goes back with Escape, which doesn’t close the panel', async () => {
    await openPanel();
    fireEvent.click(within(panel()).getByTitle('Rename'));
    const field = within(panel()).getByRole('textbox', { name: 'Title of the task' });
    write(field, 'Never mind');
    type(field, 'Escape');
    expect(within(panel()).getByRole('heading', { level: 2 }).textContent).toBe('Write');
  });

  it('is plain text for a Visitor', async () => {
    await openPanel({ as: vera });
    expect(within(panel()).queryByTitle('Rename')).toBeNull();
    expect(within(panel()).queryByRole('textbox')).toBeNull();
    expect(within(panel()).queryByRole('button', { name: /Move to…$/ })).toBeNull();
  });
});

describe('a task in Trash', () => {
  it('says so in its panel, and can be restored there', async () => {
    await openBoard({ plan: { Next: [], Trash: ['Old'] }, path: '/t/Old' });
    const dialog = await screen.findByRole('dialog', { name: 'Old' });
    expect(within(dialog).getByText('This task is in Trash.')).toBeDefined();
    press('Restore', dialog);
    expect(within(dialog).queryByText('This task is in Trash.')).toBeNull();
    expect(toasts()).toEqual(['Back in Next.']);
  });

  it('isn’t offered to a Visitor to restore', async () => {
    await openBoard({ plan: { Next: [], Trash: ['Old'] }, path: '/t/Old', as: vera });
    const dialog = await screen.findByRole('dialog', { name: 'Old' });
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
  });
});

describe('what can be done in the panel', () => {
  it('is asking where to move the task', async () => {
    await openPanel();
    press(/Move to…$/, panel());
    expect(await screen.findByRole('dialog', { name: 'Move task' })).toBeDefined();
  });

  it('is everything the card offers', async () => {
    await openPanel();
    await choose('Actions of “Write”', 'Move to Trash', panel());
    expect(cardsOf('Next')).toEqual(['Draw']);
    expect(within(panel()).getByText('This task is in Trash.')).toBeDefined();
  });
});

describe('the history in the panel', () => {
  it('tells who did what, oldest first', async () => {
    const { server } = await openBoard();
    server.act(mika, 'task.rename', { id: 'Write' as never, title: 'Write a book' });
    server.act(ada, 'task.move', { id: 'Write' as never, column: 'Doing' as never, after: null });
    await settle();
    fireEvent.click(card('Write a book'));
    const dialog = await screen.findByRole('dialog', { name: 'Write a book' });
    await within(dialog).findByText('Ada Marin');
    const told = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(told[0]).toContain('Mika Saar renamed it from “Write” to “Write a book”');
    expect(told[1]).toContain('Ada Marin moved it from Next to Doing');
  });

  it('grows while the panel is open', async () => {
    const { server } = await openPanel();
    server.act(mika, 'task.rename', { id: 'Write' as never, title: 'Write a book' });
    expect(await screen.findByText('Mika Saar', { selector: 'bdi' })).toBeDefined();
  });

  it('that can’t be fetched says why', async () => {
    await openPanel({ routes: { 'GET /boards/board/tasks/Write': () => refusal(503, 'unavailable') } });
    expect(toasts()).toEqual(['The server is busy or restarting. Please try again in a moment.']);
    expect(within(panel()).queryByRole('listitem')).toBeNull();
  });
});
