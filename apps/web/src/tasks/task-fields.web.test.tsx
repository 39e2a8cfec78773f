import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, openMenu, press, toasts } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { ada, mika, vera } from '../boards/testing/people.ts';
import { card } from './testing/cards.ts';

const panel = () => screen.getByRole('dialog', { name: 'Write' });
const openPanel = async (more: Parameters<typeof openBoard>[0] = {}) => {
  const opened = await openBoard({ path: '/t/Write', ...more });
  await screen.findByRole('dialog', { name: 'Write' });
  await settle();
  return opened;
};

describe('the status of a task', () => {
  it('is chosen in the panel, and shown on the card at once', async () => {
    const { server } = await openPanel({ as: mika });
    expect(await openMenu('Status: Normal', panel())).toEqual([
      'Normal',
      'Ready',
      'In progress',
      'Needs review',
      'Needs rework',
      'On hold',
      'Blocked',
    ]);
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Needs review' }));
    expect(server.commandsHeard()).toEqual([['task.setStatus', { id: 'Write', status: 'needs-review' }]]);
    expect(within(card('Write')).getByText('Needs review')).toBeDefined();
    expect(await within(panel()).findByRole('button', { name: 'Status: Needs review' })).toBeDefined();
  });

  it('is chosen from the card’s menu too', async () => {
    const { server } = await openBoard();
    await choose('Actions of “Write”', 'Status');
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Blocked' }));
    expect(server.commandsHeard()).toEqual([['task.setStatus', { id: 'Write', status: 'blocked' }]]);
    expect(within(card('Write')).getByText('Blocked')).toBeDefined();
  });

  it('isn’t written on the card while it is Normal', async () => {
    await openBoard();
    expect(within(card('Write')).queryByText('Normal')).toBeNull();
  });

  it('that another person sets shows at once', async () => {
    const { server } = await openPanel();
    server.act(mika, 'task.setStatus', { id: 'Write' as never, status: 'on-hold' });
    await settle();
    expect(within(card('Write')).getByText('On hold')).toBeDefined();
    expect(within(panel()).getByText('On hold')).toBeDefined();
  });

  it('is only for reading to a Visitor', async () => {
    const { server } = await openPanel({ as: vera });
    server.act(ada, 'task.setStatus', { id: 'Write' as never, status: 'ready' });
    await settle();
    expect(within(panel()).getByText('Ready')).toBeDefined();
    expect(within(panel()).queryByRole('button', { name: /^Status/ })).toBeNull();
    expect(within(panel()).queryByRole('button', { name: /^Priority/ })).toBeNull();
  });
});

describe('the priority of a task', () => {
  it('is chosen in the panel and flies as a flag on the card', async () => {
    const { server } = await openPanel();
    await choose('Priority: Normal', 'Critical', panel());
    expect(server.commandsHeard()).toEqual([['task.setPriority', { id: 'Write', priority: 'critical' }]]);
    expect(within(card('Write')).getByRole('img', { name: 'Critical priority' })).toBeDefined();
    expect(within(card('Draw')).queryByRole('img')).toBeNull();
  });
});

describe('a finished task', () => {
  it('says why nothing can be changed, and how it could', async () => {
    await openPanel({ plan: { Next: [], Done: ['Write'] } });
    expect(within(panel()).getByText('This task is finished. Move it back to change it.')).toBeDefined();
    expect(within(panel()).queryByRole('button', { name: /^Status/ })).toBeNull();
    expect(within(panel()).queryByRole('textbox')).toBeNull();
    expect(within(panel()).queryByTitle('Rename')).toBeNull();
    press('Move to…', within(panel()).getByText(/finished/).parentElement ?? panel());
    expect(await screen.findByRole('dialog', { name: 'Move task' })).toBeDefined();
  });

  it('takes back an edit that was on its way while somebody finished it, and says why', async () => {
    const { server } = await openPanel({ as: mika });
    server.hold();
    server.act(ada, 'task.move', { id: 'Write' as never, column: 'Done' as never, after: null });
    await choose('Priority: Normal', 'High', panel());
    expect(within(card('Write')).getByRole('img', { name: 'High priority' })).toBeDefined();
    server.resume();
    await settle();
    expect(within(card('Write')).queryByRole('img')).toBeNull();
    expect(toasts()).toEqual(['Tasks in Done and Trash stay as they are. Move it back to a column to change it.']);
  });
});
