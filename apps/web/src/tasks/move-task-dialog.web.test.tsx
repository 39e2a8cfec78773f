import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, press, select, toasts, type } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada } from '../boards/testing/people.ts';
import { card, cardsOf, focusedCard } from './testing/cards.ts';

const PLAN = { Next: ['One', 'Two'], Doing: ['Three'] };

async function openDialog(title = 'One') {
  const opened = await openBoard({ plan: PLAN });
  await choose(`Actions of “${title}”`, 'Move to…');
  return { ...opened, dialog: await screen.findByRole('dialog', { name: 'Move task' }) };
}

describe('moving a task without dragging', () => {
  it('puts it on top of the chosen column, says so, and follows it with the focus', async () => {
    const { server, dialog } = await openDialog();
    await select(/Column/, 'Doing', dialog);
    press('Move', dialog);
    expect(cardsOf('Doing')).toEqual(['One', 'Three']);
    expect(toasts()).toEqual(['Moved to Doing.']);
    expect(server.commandsHeard()).toEqual([['task.move', { id: 'One', column: 'Doing', after: null }]]);
    await waitFor(() => expect(focusedCard()).toBe('One'));
  });

  it('or at its bottom', async () => {
    const { dialog } = await openDialog();
    await select(/Column/, 'Doing', dialog);
    await select(/Place/, 'Bottom', dialog);
    press('Move', dialog);
    expect(cardsOf('Doing')).toEqual(['Three', 'One']);
  });

  it('also within its own column', async () => {
    const { dialog } = await openDialog();
    await select(/Place/, 'Bottom', dialog);
    press('Move', dialog);
    expect(cardsOf('Next')).toEqual(['Two', 'One']);
  });

  it('offers every column, Done and Trash too', async () => {
    const { dialog } = await openDialog();
    press(/Column/, dialog);
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Next', 'Doing', 'Done', 'Trash']);
  });

  it('changes nothing when it is called off', async () => {
    const { server, dialog } = await openDialog();
    await select(/Column/, 'Doing', dialog);
    press('Cancel', dialog);
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.commandsHeard()).toEqual([]);
  });

  it('into a column that somebody deleted meanwhile goes where its tasks went', async () => {
    const { server, dialog } = await openDialog();
    await select(/Column/, 'Doing', dialog);
    server.hold();
    server.act(ada, 'column.delete', { id: 'Doing' as never, to: 'Done' as never });
    press('Move', dialog);
    server.resume();
    await settle();
    expect(cardsOf('Done').toSorted()).toEqual(['One', 'Three']);
  });

  it('also begins with m, on the card', async () => {
    await openBoard({ plan: PLAN });
    type(card('Two'), 'm');
    expect((await screen.findByRole('dialog', { name: 'Move task' })).textContent).toContain('Two');
  });
});
