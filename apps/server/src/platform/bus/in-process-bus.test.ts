import { expect, test } from 'vitest';
import { createInProcessBus, createLoneBus } from './in-process-bus.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('other nodes hear a message, the sender does not', async () => {
  const bus = createInProcessBus();
  const [one, two] = [bus.join(), bus.join()];
  const heard: string[] = [];
  const ear = (name: string) => ({ heard: (text: string) => void heard.push(`${name} ${text}`), missed() {} });
  one.subscribe('news', ear('one'));
  const leave = two.subscribe('news', ear('two'));
  one.publish('news', 'a');
  one.publish('other', 'b');
  await nextTurn();
  leave();
  one.publish('news', 'c');
  await nextTurn();
  expect(heard).toEqual(['two a']);
});

test('a lone server has nobody to tell', () => {
  const bus = createLoneBus();
  bus.publish('news', 'a');
  expect(bus.state).toBe('alone');
});
