import { describe, expect, test } from 'vitest';
import { aBoard, ada, columnId, NOW, run, taskId, told } from '../boards/testing.ts';
import { dump } from '../kernel/testing.ts';
import { BOARD_TABLES, COMMAND_NAMES, commandOf, COMMANDS, runCommand } from './index.ts';

const author = { actor: ada, now: NOW };

describe('running a command', () => {
  test('answers with what it did, what takes it back, and what history says', () => {
    const store = aBoard({ todo: ['a'] });
    const before = dump(store, BOARD_TABLES);
    const { patches, undo, events } = run(store, ['task.rename', { id: taskId('a'), title: 'A' }]);
    expect(patches).toEqual([['task/a', { title: 'A' }]]);
    expect(events).toHaveLength(1);
    for (const patch of undo) store.apply(patch);
    expect(dump(store, BOARD_TABLES)).toBe(before);
  });

  test('refused after it had begun leaves nothing behind', () => {
    const store = aBoard({ todo: ['a'] });
    const before = dump(store, BOARD_TABLES);
    const tasks = [taskId('b'), taskId('c')].map((id, index) => ({ id, title: index === 0 ? 'fine' : '' }));
    const args = { column: columnId('todo'), after: null, tasks };
    expect(runCommand(store, { name: 'task.add', args }, author)).toEqual({
      ok: false,
      problem: { code: 'text-empty' },
    });
    expect(dump(store, BOARD_TABLES)).toBe(before);
  });

  test('that fails by our own mistake leaves nothing behind either, and is not kept quiet', () => {
    const store = aBoard({ todo: ['a'] });
    const before = dump(store, BOARD_TABLES);
    const broken = {
      column: columnId('todo'),
      after: null,
      tasks: [{ id: taskId('b'), title: 'fine' }, { id: taskId('c') }],
    };
    expect(() => runCommand(store, { name: 'task.add', args: broken }, author)).toThrow(TypeError);
    expect(dump(store, BOARD_TABLES)).toBe(before);
  });

  test('tells who and when only through its author', () => {
    const store = aBoard();
    expect(told(store, ['board.rename', { name: 'New' }]).map((event) => Object.keys(event))).toEqual([
      ['kind', 'taskId', 'data'],
    ]);
  });
});

describe('the commands', () => {
  test('are found by their names', () => {
    expect(COMMAND_NAMES).toHaveLength(28);
    for (const name of COMMAND_NAMES) expect(commandOf(name)).toBe(COMMANDS[name]);
    expect(commandOf('member.add').name).toBe('member.add');
  });
});
