import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, openMenu, press, select, type, write } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { openBoard } from './testing/open-board.tsx';
import { ada, mika, vera } from './testing/people.ts';

const column = (name: string) => screen.getByRole('region', { name });
const shown = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const cards = (name: string) =>
  within(within(column(name)).getByRole('list'))
    .queryAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the columns of a board', () => {
  it('stand in order with Done at the end, each with the number of its tasks', async () => {
    await openBoard({ plan: { Next: ['Write', 'Draw'], Doing: [] } });
    expect(shown()).toEqual(['Next', 'Doing', 'Done']);
    expect(within(column('Next')).getByText('2')).toBeDefined();
    expect(within(column('Doing')).getByText('0')).toBeDefined();
  });

  it('say what belongs in them while they are empty', async () => {
    await openBoard({ plan: { Next: [] } });
    expect(within(column('Next')).getByText('Drag tasks here, or add one below.')).toBeDefined();
    expect(within(column('Done')).getByText('Finished tasks come here.')).toBeDefined();
  });

  it('say only that they are empty to who may not add', async () => {
    await openBoard({ plan: { Next: [] }, as: vera });
    expect(within(column('Next')).getByText('No tasks here yet.')).toBeDefined();
  });

  it('come and go as others add and delete them', async () => {
    const { server } = await openBoard({ plan: { Next: ['Write'], Doing: [] } });
    server.act(ada, 'column.add', { id: 'new' as never, name: 'Review', after: 'Doing' as never });
    await settle();
    expect(shown()).toEqual(['Next', 'Doing', 'Review', 'Done']);
    server.act(ada, 'column.delete', { id: 'Next' as never, to: 'Done' as never });
    await settle();
    expect(shown()).toEqual(['Doing', 'Review', 'Done']);
    expect(cards('Done')).toEqual(['Write']);
  });
});

describe('the menu of a column', () => {
  it('offers a Board Admin to rename, add, move and delete', async () => {
    await openBoard({ plan: { Next: [], Doing: [] } });
    expect(await openMenu('Column actions', column('Next'))).toEqual([
      'Rename column',
      'Add column before',
      'Add column after',
      'Move back',
      'Move on',
      'Delete column…',
    ]);
    const back = screen.getByRole('menuitem', { name: 'Move back' });
    expect(back.getAttribute('aria-disabled')).toBe('true');
  });

  it('of Done only renames it', async () => {
    await openBoard();
    expect(await openMenu('Column actions', column('Done'))).toEqual(['Rename column']);
  });

  it('isn’t there for Trash, which stays as it is', async () => {
    await openBoard();
    type(document.body, 't');
    expect(within(column('Trash')).queryByRole('button', { name: 'Column actions' })).toBeNull();
  });

  it.each([mika, vera])('isn’t there for $name', async (who) => {
    await openBoard({ as: who });
    expect(screen.queryByRole('button', { name: 'Column actions' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add column' })).toBeNull();
  });

  it('renames in place', async () => {
    const { server } = await openBoard();
    await choose('Column actions', 'Rename column', column('Doing'));
    const field = await screen.findByRole('textbox', { name: 'Rename column' });
    write(field, 'In progress');
    type(field, 'Enter');
    expect(shown()).toEqual(['Next', 'In progress', 'Done']);
    expect(server.commandsHeard()).toEqual([['column.rename', { id: 'Doing', name: 'In progress' }]]);
  });

  it('lets a team call Done as it likes', async () => {
    await openBoard();
    await choose('Column actions', 'Rename column', column('Done'));
    const field = await screen.findByRole('textbox', { name: 'Rename column' });
    expect(field).toHaveProperty('value', 'Done');
    write(field, 'Completed');
    type(field, 'Enter');
    expect(shown()).toEqual(['Next', 'Doing', 'Completed']);
  });

  it('moves a column one place on and back', async () => {
    const { server } = await openBoard({ plan: { One: [], Two: [], Three: [] } });
    await choose('Column actions', 'Move on', column('One'));
    expect(shown()).toEqual(['Two', 'One', 'Three', 'Done']);
    await settle();
    await choose('Column actions', 'Move back', column('Three'));
    expect(shown()).toEqual(['Two', 'Three', 'One', 'Done']);
    await settle();
    await choose('Column actions', 'Move back', column('Three'));
    expect(shown()).toEqual(['Three', 'Two', 'One', 'Done']);
    expect(server.commandsHeard()).toHaveLength(3);
  });

  it('adds a column at its side, whose name is then written', async () => {
    await openBoard({ plan: { One: [], Two: [] } });
    await choose('Column actions', 'Add column before', column('Two'));
    const field = await screen.findByRole('textbox', { name: 'Rename column' });
    write(field, 'Between');
    type(field, 'Enter');
    expect(shown()).toEqual(['One', 'Between', 'Two', 'Done']);
  });
});

describe('adding a column at the end', () => {
  it('asks for a name; Enter adds it before Done', async () => {
    const { server } = await openBoard({ plan: { One: [] } });
    press('Add column');
    const field = screen.getByRole('textbox', { name: 'Name of the new column' });
    write(field, 'Two');
    type(field, 'Enter');
    expect(shown()).toEqual(['One', 'Two', 'Done']);
    expect(server.commandsHeard()).toMatchObject([['column.add', { name: 'Two' }]]);
  });

  it('also begins with the key c, and Escape ends it', async () => {
    const { server } = await openBoard();
    type(document.body, 'c');
    const field = screen.getByRole('textbox', { name: 'Name of the new column' });
    write(field, 'Never mind');
    type(field, 'Escape');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(server.commandsHeard()).toEqual([]);
  });
});

describe('deleting a column', () => {
  it('asks where its tasks go, Trash at first', async () => {
    const { server } = await openBoard();
    await choose('Column actions', 'Delete column…', column('Next'));
    const dialog = await screen.findByRole('dialog', { name: 'Delete “Next”?' });
    expect(within(dialog).getByText('Where should its tasks go?')).toBeDefined();
    press('Delete column and move 2 tasks', dialog);
    expect(shown()).toEqual(['Doing', 'Done']);
    expect(server.commandsHeard()).toEqual([['column.delete', { id: 'Next', to: 'Trash' }]]);
  });

  it('moves them, in their order, to the chosen column', async () => {
    await openBoard();
    await choose('Column actions', 'Delete column…', column('Next'));
    const dialog = await screen.findByRole('dialog');
    await select(/Where should its tasks go/, 'Doing');
    press('Delete column and move 2 tasks', dialog);
    expect(cards('Doing')).toEqual(['Print', 'Write', 'Draw']);
  });

  it('says when there is nothing in it', async () => {
    await openBoard({ plan: { Empty: [], Doing: [] } });
    await choose('Column actions', 'Delete column…', column('Empty'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('There are no tasks in it.')).toBeDefined();
    press('Delete column', dialog);
    expect(shown()).toEqual(['Doing', 'Done']);
  });

  it('does nothing when it is called off', async () => {
    const { server } = await openBoard();
    await choose('Column actions', 'Delete column…', column('Next'));
    press('Cancel', await screen.findByRole('dialog'));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.commandsHeard()).toEqual([]);
  });
});
