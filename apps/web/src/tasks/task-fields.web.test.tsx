import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choose, openMenu, press, toasts, type, write } from '../app/testing/hands.ts';
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

const TAG = { id: 'tag' as never, name: 'Docs', hue: 255 };
const picker = (name: string) => screen.findByRole('dialog', { name });

describe('the tags of a task', () => {
  it('are chosen from the board’s, and shown on the card', async () => {
    const { server } = await openPanel();
    server.act(mika, 'tag.add', TAG);
    await settle();
    press('Tags: No tags', panel());
    const open = await picker('Tags of the task');
    fireEvent.click(await within(open).findByRole('option', { name: 'Docs' }));
    expect(server.commandsHeard()).toEqual([['task.tag', { id: 'Write', tag: 'tag' }]]);
    expect(within(card('Write')).getByText('Docs')).toBeDefined();
    fireEvent.click(within(open).getByRole('option', { name: 'Docs' }));
    expect(within(card('Write')).queryByText('Docs')).toBeNull();
  });

  it('are made on the fly of what is typed, in a colour that nobody has yet', async () => {
    const { server } = await openPanel({ as: mika });
    server.act(ada, 'tag.add', TAG);
    await settle();
    press('Tags: No tags', panel());
    const open = await picker('Tags of the task');
    write(await within(open).findByRole('searchbox'), 'Print shop');
    fireEvent.click(await within(open).findByRole('option', { name: 'New tag “Print shop”' }));
    const [[added, tag], [put]] = server.commandsHeard() as [[string, { name: string; hue: number }], [string]];
    expect([added, put]).toEqual(['tag.add', 'task.tag']);
    expect(tag).toMatchObject({ name: 'Print shop', hue: 50 });
    expect(within(card('Write')).getByText('Print shop')).toBeDefined();
  });

  it('warn of a colour that another tag has, and know each colour by name', async () => {
    const { server } = await openPanel();
    server.act(ada, 'tag.add', TAG);
    await settle();
    press('Tags: No tags', panel());
    const open = await picker('Tags of the task');
    write(await within(open).findByRole('searchbox'), 'Print');
    fireEvent.click(await within(open).findByRole('option', { name: 'Blue' }));
    expect(await within(open).findByText('“Docs” has this colour already.')).toBeDefined();
  });

  it('offer no second tag of a name', async () => {
    const { server } = await openPanel();
    server.act(ada, 'tag.add', TAG);
    await settle();
    press('Tags: No tags', panel());
    const open = await picker('Tags of the task');
    write(await within(open).findByRole('searchbox'), 'DOCS');
    expect(
      within(open)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Docs']);
  });

  it('change on every card when one is renamed or deleted', async () => {
    const { server } = await openBoard();
    server.act(ada, 'tag.add', TAG);
    server.act(ada, 'task.tag', { id: 'Write' as never, tag: TAG.id });
    server.act(ada, 'tag.rename', { id: TAG.id, name: 'Papers' });
    await settle();
    expect(within(card('Write')).getByText('Papers')).toBeDefined();
    server.act(ada, 'tag.delete', { id: TAG.id });
    await settle();
    expect(within(card('Write')).queryByText('Papers')).toBeNull();
  });
});

describe('the people of a task', () => {
  it('are chosen from the team but for Visitors', async () => {
    const { server } = await openPanel();
    press('People: Nobody', panel());
    const open = await picker('People of the task');
    const names = (await within(open).findAllByRole('option')).map(({ textContent }) => textContent);
    expect(names).toEqual(['Ada Marin', 'Mika Saar']);
    fireEvent.click(within(open).getByRole('option', { name: 'Mika Saar' }));
    expect(server.commandsHeard()).toEqual([['task.assign', { id: 'Write', user: mika.id }]]);
    expect(within(card('Write')).getByRole('img', { name: 'Mika Saar' })).toBeDefined();
  });

  it('are chosen by key on the card', async () => {
    const { server } = await openBoard();
    type(card('Draw'), 'a');
    const open = await picker('People of the task');
    fireEvent.click(await within(open).findByRole('option', { name: 'Ada Marin' }));
    expect(server.commandsHeard()).toEqual([['task.assign', { id: 'Draw', user: ada.id }]]);
  });

  it('are oneself by one press in the menu, and back', async () => {
    const { server } = await openBoard({ as: mika });
    await choose('Actions of “Write”', 'Assign to me');
    expect(within(card('Write')).getByRole('img', { name: 'Mika Saar' })).toBeDefined();
    await settle();
    await choose('Actions of “Write”', 'Take me off');
    expect(server.commandsHeard().map(([name]) => name)).toEqual(['task.assign', 'task.unassign']);
  });

  it('go with who leaves the team', async () => {
    const { server } = await openBoard();
    server.act(ada, 'task.assign', { id: 'Write' as never, user: mika.id });
    await settle();
    expect(within(card('Write')).getByRole('img', { name: 'Mika Saar' })).toBeDefined();
    server.act(ada, 'member.setRole', { user: mika.id, role: 'visitor' });
    await settle();
    expect(within(card('Write')).queryByRole('img', { name: 'Mika Saar' })).toBeNull();
  });
});

describe('the due date of a task', () => {
  it('is chosen by one press, and read in words', async () => {
    const { server } = await openPanel();
    press('Due: No due date', panel());
    const open = await picker('Due date');
    fireEvent.click(await within(open).findByRole('button', { name: 'Today' }));
    expect(server.commandsHeard()).toEqual([
      ['task.setDue', { id: 'Write', due: { date: today(), time: null, timeZone: 'UTC' } }],
    ]);
    expect(within(card('Write')).getByText('Due today')).toBeDefined();
  });

  it('is chosen from a calendar', async () => {
    const { server } = await openPanel();
    server.act(ada, 'task.setDue', { id: 'Write' as never, due: { date: '2031-05-10', time: null, timeZone: 'UTC' } });
    await settle();
    press(/^Due: May 10, 2031/, panel());
    const open = await picker('Due date');
    fireEvent.click(await within(open).findByRole('button', { name: /May 12, 2031/ }));
    expect(server.commandsHeard()).toEqual([
      ['task.setDue', { id: 'Write', due: { date: '2031-05-12', time: null, timeZone: 'UTC' } }],
    ]);
    expect(within(card('Write')).getByText('May 12, 2031')).toBeDefined();
  });

  it('is late in red, but not once the task is finished', async () => {
    const { server } = await openBoard();
    const due = { date: '2020-01-01', time: null, timeZone: 'UTC' };
    server.act(ada, 'task.setDue', { id: 'Write' as never, due });
    await settle();
    expect(within(card('Write')).getByText(/^[\d,]+ days overdue$/).dataset['late']).toBe('true');
    server.act(ada, 'task.move', { id: 'Write' as never, column: 'Done' as never, after: null });
    await settle();
    expect(within(card('Write')).getByText('Jan 1, 2020').dataset['late']).toBeUndefined();
  });

  it('is taken off again', async () => {
    const { server } = await openPanel();
    server.act(ada, 'task.setDue', {
      id: 'Write' as never,
      due: { date: '2031-05-10', time: '14:30', timeZone: 'UTC' },
    });
    await settle();
    press(/^Due: May 10, 2031/, panel());
    fireEvent.click(await within(await picker('Due date')).findByRole('button', { name: 'No date' }));
    expect(server.commandsHeard()).toEqual([['task.setDue', { id: 'Write', due: null }]]);
  });
});

describe('the fields of a task, for a Visitor,', () => {
  it('are all there to read and none to change', async () => {
    const { server } = await openPanel({ as: vera });
    server.act(ada, 'tag.add', TAG);
    server.act(ada, 'task.tag', { id: 'Write' as never, tag: TAG.id });
    server.act(ada, 'task.assign', { id: 'Write' as never, user: mika.id });
    server.act(ada, 'task.setDue', { id: 'Write' as never, due: { date: today(), time: null, timeZone: 'UTC' } });
    await settle();
    for (const words of ['Docs', 'Mika Saar', 'Due today']) expect(within(panel()).getByText(words)).toBeDefined();
    const buttons = within(panel())
      .getAllByRole('button')
      .map((each) => each.getAttribute('aria-label'));
    expect(buttons).toEqual(['Actions of “Write”', 'Close']);
    for (const key of ['s', 'p', 'a', 'd', 'l']) type(card('Draw'), key);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

const today = (): string => new Date().toISOString().slice(0, 10);

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
