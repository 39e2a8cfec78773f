import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { press, write } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { mika, vera } from '../boards/testing/people.ts';

const PATH = '/t/Write';
const TASK = 'Write' as never;
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' });
const described = (heard: readonly (readonly [string, unknown])[]) =>
  heard.flatMap(([name, args]) => (name === 'task.describe' ? [(args as { text: string }).text] : []));

async function openDescription(text = '') {
  const opened = await openBoard();
  if (text !== '') opened.server.act(mika, 'task.describe', { id: TASK, text });
  await settle();
  fireEvent.click(screen.getByRole('group', { name: 'Write' }));
  await screen.findByRole('textbox', { name: 'Description' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return opened;
}

const pass = async (milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
};
const enter = () => fromOutside(() => field().focus());
const leave = () => fromOutside(() => field().blur());

describe('a task’s description', () => {
  it('shows what is written there', async () => {
    await openDescription('With pictures');
    expect(field().value).toBe('With pictures');
  });

  it('is saved at a pause in writing', async () => {
    const { server } = await openDescription();
    enter();
    write(field(), 'With');
    await pass(500);
    write(field(), 'With pictures');
    await pass(500);
    expect(described(server.commandsHeard())).toEqual([]);
    await pass(500);
    expect(described(server.commandsHeard())).toEqual(['With pictures']);
  });

  it('is saved when the field is left, once', async () => {
    const { server } = await openDescription();
    enter();
    write(field(), 'With pictures');
    leave();
    await pass(2_000);
    expect(described(server.commandsHeard())).toEqual(['With pictures']);
    expect(field().value).toBe('With pictures');
  });

  it('is saved when the panel is closed while one writes', async () => {
    const { server } = await openDescription();
    enter();
    write(field(), 'With pictures');
    press('Close', screen.getByRole('dialog', { name: 'Write' }));
    await pass(0);
    expect(described(server.commandsHeard())).toEqual(['With pictures']);
  });

  it('is saved when the page goes away while one writes', async () => {
    const { server } = await openDescription();
    enter();
    write(field(), 'With pictures');
    fromOutside(() => dispatchEvent(new Event('pagehide')));
    expect(described(server.commandsHeard())).toEqual(['With pictures']);
  });

  it('isn’t saved when nothing was changed', async () => {
    const { server } = await openDescription('With pictures');
    enter();
    await pass(2_000);
    leave();
    expect(described(server.commandsHeard())).toEqual([]);
  });

  it('keeps what one writes while another person changes it', async () => {
    const { server } = await openDescription('With pictures');
    enter();
    write(field(), 'With pictures and a map');
    server.act(mika, 'task.describe', { id: TASK, text: 'Without pictures' });
    await pass(100);
    expect(field().value).toBe('With pictures and a map');
    leave();
    expect(described(server.commandsHeard())).toEqual(['With pictures and a map']);
  });

  it('takes nobody’s change back by merely being looked at', async () => {
    const { server } = await openDescription('With pictures');
    enter();
    server.act(mika, 'task.describe', { id: TASK, text: 'Without pictures' });
    await pass(2_000);
    leave();
    await pass(2_000);
    expect(described(server.commandsHeard())).toEqual([]);
    expect(field().value).toBe('Without pictures');
  });

  it('takes nobody’s change back after one’s own was saved', async () => {
    const { server } = await openDescription();
    enter();
    write(field(), 'Mine');
    await pass(1_000);
    server.act(mika, 'task.describe', { id: TASK, text: 'Mine and Mika’s' });
    await pass(1_000);
    leave();
    await pass(1_000);
    expect(described(server.commandsHeard())).toEqual(['Mine']);
    expect(field().value).toBe('Mine and Mika’s');
  });

  it('shows another person’s change at once to who isn’t writing', async () => {
    const { server } = await openDescription('With pictures');
    fromOutside(() => server.act(mika, 'task.describe', { id: TASK, text: 'Without' }));
    await pass(0);
    await pass(0);
    expect(field().value).toBe('Without');
  });

  it('is text to read for a Visitor', async () => {
    await openBoard({ as: vera, path: PATH });
    const panel = await screen.findByRole('dialog', { name: 'Write' });
    expect(await within(panel).findByText('There is no description.')).toBeDefined();
    expect(within(panel).queryByRole('textbox')).toBeNull();
  });
});
