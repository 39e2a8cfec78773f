import { fireEvent, screen, within } from '@testing-library/react';
import { LIMITS } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { describe, expect, it } from 'vitest';
import { press, toasts, type, write } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada, vera } from '../boards/testing/people.ts';
import { cardsOf, column } from './testing/cards.ts';

const field = () => screen.getByRole('textbox', { name: 'Title of the new task' });
const isOpen = () => screen.queryByRole('textbox', { name: 'Title of the new task' }) !== null;
const paste = (text: string) => fireEvent.paste(field(), { clipboardData: { getData: () => text } });
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index + 1}`).join('\n');

async function openComposer() {
  const opened = await openBoard({ plan: { Next: ['Write'], Doing: [] } });
  press('Add new task', column('Next'));
  return opened;
}

describe('adding a task at the end of a column', () => {
  it('opens a field with the focus in it', async () => {
    await openComposer();
    expect(document.activeElement).toBe(field());
    expect(screen.getByText('Enter adds it and asks for the next. Escape ends.')).toBeDefined();
  });

  it('Enter adds it and asks for the next', async () => {
    const { server } = await openComposer();
    write(field(), 'Draw');
    type(field(), 'Enter');
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
    expect(field()).toHaveProperty('value', '');
    write(field(), 'Print');
    type(field(), 'Enter');
    await settle();
    expect(cardsOf('Next')).toEqual(['Write', 'Draw', 'Print']);
    expect(server.commandsHeard()).toHaveLength(2);
  });

  it('Enter without a title ends it', async () => {
    const { server } = await openComposer();
    write(field(), '   ');
    type(field(), 'Enter');
    expect(isOpen()).toBe(false);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('Escape ends it and adds nothing', async () => {
    const { server } = await openComposer();
    write(field(), 'Never mind');
    type(field(), 'Escape');
    expect(isOpen()).toBe(false);
    expect(cardsOf('Next')).toEqual(['Write']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('leaving the field adds what was written', async () => {
    await openComposer();
    write(field(), 'Draw');
    fireEvent.blur(field());
    expect(isOpen()).toBe(false);
    expect(cardsOf('Next')).toEqual(['Write', 'Draw']);
  });

  it('Enter while letters are being composed belongs to the keyboard', async () => {
    await openComposer();
    write(field(), 'かく');
    type(field(), 'Enter', { isComposing: true });
    expect(cardsOf('Next')).toEqual(['Write']);
    expect(field()).toHaveProperty('value', 'かく');
  });

  it('keeps a title in one line', async () => {
    await openComposer();
    write(field(), 'Draw\na tree');
    expect(field()).toHaveProperty('value', 'Draw a tree');
  });

  it('the keys of the board stay letters while one writes', async () => {
    await openComposer();
    type(field(), 't');
    type(field(), 'c');
    expect(screen.queryByRole('heading', { name: 'Trash' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Name of the new column' })).toBeNull();
  });

  it('goes behind what another person has just added', async () => {
    const { server } = await openComposer();
    server.act(ada, 'task.add', {
      column: 'Next' as never,
      after: 'Write' as never,
      tasks: [{ id: 'other' as never, title: 'From Ada' }],
    });
    await settle();
    write(field(), 'Draw');
    type(field(), 'Enter');
    expect(cardsOf('Next')).toEqual(['Write', 'From Ada', 'Draw']);
  });
});

describe('adding tasks on top of a column', () => {
  it('puts each behind the one before, all above the rest', async () => {
    await openBoard({ plan: { Next: ['Write'] } });
    press('Add task on top', column('Next'));
    for (const title of ['One', 'Two']) {
      write(field(), title);
      type(field(), 'Enter');
    }
    expect(cardsOf('Next')).toEqual(['One', 'Two', 'Write']);
  });
});

describe('pasting', () => {
  it('one line is text like any other', async () => {
    await openComposer();
    paste('Just one\n');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('many lines asks first, showing them', async () => {
    const { server } = await openComposer();
    paste('One\r\n\n  Two  \nThree\nFour\nFive\nSix\nSeven');
    const dialog = await screen.findByRole('dialog', { name: 'Make a task of each line?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
    expect(within(dialog).getByText('and 2 more lines')).toBeDefined();
    expect(server.commandsHeard()).toEqual([]);
  });

  it('many lines makes a task of each, in their order, in one go', async () => {
    const { server } = await openComposer();
    paste('One\nTwo\nThree');
    press('Add 3 tasks', await screen.findByRole('dialog'));
    await settle();
    expect(cardsOf('Next')).toEqual(['Write', 'One', 'Two', 'Three']);
    expect(server.commandsHeard()).toHaveLength(1);
  });

  it('many lines can also become one task', async () => {
    await openComposer();
    paste('Buy\nbread');
    press('One task', await screen.findByRole('dialog'));
    await settle();
    expect(cardsOf('Next')).toEqual(['Write', 'Buy bread']);
  });

  it('called off adds nothing, and one can go on writing', async () => {
    const { server } = await openComposer();
    paste('Buy\nbread');
    press('Close', await screen.findByRole('dialog'));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.commandsHeard()).toEqual([]);
    expect(isOpen()).toBe(true);
  });

  it('more lines than a command may carry makes them all, in order', async () => {
    const { server } = await openComposer();
    const count = LIMITS.tasksPerPaste + 20;
    paste(lines(count));
    press(`Add ${count} tasks`, await screen.findByRole('dialog'));
    await settle();
    expect(server.commandsHeard()).toHaveLength(2);
    expect(within(column('Next')).getByText(String(count + 1))).toBeDefined();
    const titles = server.store.list(tasks, 'Next').map((id) => server.store.get(tasks, id)?.title);
    expect(titles).toEqual(['Write', ...lines(count).split('\n')]);
    expect(cardsOf('Next').at(-1)).toBe(`Line ${count}`);
  });

  it('a line that is too long says so', async () => {
    await openComposer();
    paste(`Short\n${'long '.repeat(110)}`);
    press('Add 2 tasks', await screen.findByRole('dialog'));
    expect(toasts()).toEqual(['This text is too long: 500 characters at most.']);
    expect(cardsOf('Next')).toEqual(['Write']);
  });
});

describe('where tasks can be added', () => {
  it('is every column but Trash', async () => {
    await openBoard();
    type(document.body, 't');
    expect(within(column('Done')).getByRole('button', { name: 'Add new task' })).toBeDefined();
    expect(within(column('Trash')).queryByRole('button', { name: 'Add new task' })).toBeNull();
    expect(within(column('Trash')).queryByRole('button', { name: 'Add task on top' })).toBeNull();
  });

  it('is nowhere for a Visitor', async () => {
    await openBoard({ as: vera });
    expect(screen.queryByRole('button', { name: 'Add new task' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add task on top' })).toBeNull();
  });
});
