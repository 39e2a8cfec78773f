import { can, columns } from '@talka/domain/boards';
import type { Role } from '@talka/domain/boards';
import type { BoardId, ColumnId, TagId, TaskId } from '@talka/domain/kernel';
import { TAG_HUES } from '@talka/domain/tasks';
import { COMMAND_NAMES, commandOf, storeOf } from '@talka/domain/wire';
import type { CommandArgs, CommandName } from '@talka/domain/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

type Who = 'visitor' | 'member' | 'admin' | 'account-admin' | 'account-owner' | 'stranger' | 'signed-out';

const EVERYONE: readonly Who[] = [
  'visitor',
  'member',
  'admin',
  'account-admin',
  'account-owner',
  'stranger',
  'signed-out',
];

/** Who may send each command, by hand: v = Visitor, m = Team Member, a = Board Admin, A = account admin, O = owner. */
const BY_HAND: { readonly [Name in CommandName]: string } = {
  'board.rename': '..aAO',
  'column.add': '..aAO',
  'column.rename': '..aAO',
  'column.move': '..aAO',
  'column.delete': '..aAO',
  'column.restore': '..aAO',
  'member.setRole': '..aAO',
  'member.remove': '..aAO',
  'member.leave': 'vma..',
  'task.add': '.maAO',
  'task.rename': '.maAO',
  'task.describe': '.maAO',
  'task.setStatus': '.maAO',
  'task.setPriority': '.maAO',
  'task.setDue': '.maAO',
  'task.assign': '.maAO',
  'task.unassign': '.maAO',
  'task.tag': '.maAO',
  'task.untag': '.maAO',
  'tag.add': '.maAO',
  'tag.rename': '..aAO',
  'tag.recolour': '..aAO',
  'tag.delete': '..aAO',
  'task.move': '.maAO',
  'task.trash': '.maAO',
  'task.restore': '.maAO',
  'tasks.trash': '.maAO',
  'tasks.restore': '.maAO',
};

const [HUE = 0, OTHER_HUE = 0] = TAG_HUES;

interface World {
  readonly board: BoardId;
  readonly zoe: TestPerson;
  readonly ada: TestPerson;
  readonly tag: TagId;
  readonly stages: readonly ColumnId[];
  readonly deleted: ColumnId;
  readonly task: (at: number) => TaskId;
}

/** Arguments with which each command succeeds for one who may, in this order. */
const ARGUMENTS: { readonly [Name in CommandName]: (world: World) => CommandArgs<Name> } = {
  'board.rename': () => ({ name: 'Renamed' }),
  'column.add': () => ({ id: newId(), name: 'New', after: null }),
  'column.rename': ({ stages }) => ({ id: stages[0] as ColumnId, name: 'Other' }),
  'column.move': ({ stages }) => ({ id: stages[0] as ColumnId, after: stages[1] as ColumnId }),
  'column.delete': ({ stages }) => ({ id: stages[1] as ColumnId, to: null }),
  'column.restore': ({ deleted }) => ({ id: deleted, name: 'Back', after: null, tasks: [] }),
  'member.setRole': ({ zoe }) => ({ user: zoe.id, role: 'visitor' }),
  'member.remove': ({ zoe }) => ({ user: zoe.id }),
  'task.add': ({ stages }) => ({
    column: stages[0] as ColumnId,
    after: null,
    tasks: [{ id: newId<TaskId>(), title: 'New' }],
  }),
  'task.rename': ({ task }) => ({ id: task(0), title: 'Other' }),
  'task.describe': ({ task }) => ({ id: task(0), text: 'Text' }),
  'task.setStatus': ({ task }) => ({ id: task(0), status: 'ready' }),
  'task.setPriority': ({ task }) => ({ id: task(0), priority: 'high' }),
  'task.setDue': ({ task }) => ({ id: task(0), due: { date: '2026-12-24', time: null, timeZone: 'UTC' } }),
  'task.assign': ({ task, ada }) => ({ id: task(0), user: ada.id }),
  'task.unassign': ({ task, ada }) => ({ id: task(1), user: ada.id }),
  'task.tag': ({ task, tag }) => ({ id: task(0), tag }),
  'task.untag': ({ task, tag }) => ({ id: task(1), tag }),
  'tag.add': () => ({ id: newId<TagId>(), name: 'New', hue: HUE }),
  'tag.rename': ({ tag }) => ({ id: tag, name: 'Other' }),
  'tag.recolour': ({ tag }) => ({ id: tag, hue: OTHER_HUE }),
  'tag.delete': ({ tag }) => ({ id: tag }),
  'task.move': ({ task, stages }) => ({ id: task(0), column: stages[0] as ColumnId, after: task(1) }),
  'task.trash': ({ task }) => ({ id: task(1) }),
  'task.restore': ({ task }) => ({ id: task(2) }),
  'tasks.trash': ({ task }) => ({ ids: [task(3)] }),
  'tasks.restore': ({ task }) => ({ ids: [task(4)] }),
  'member.leave': () => ({}),
};

describeOnEachEngine('who may do what', (openTestDatabase) => {
  let server: BoardsServer;
  let people: Readonly<Record<Who | 'ada' | 'zoe', TestPerson>>;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    const signUp = (name: string) => server.signUp(name);
    const [owner, ada, zoe] = [await signUp('Olga'), await signUp('Ada'), await signUp('Zoe')];
    const [visitor, member, admin] = [await signUp('Vera'), await signUp('Mika'), await signUp('Bea')];
    const [accountAdmin, stranger] = [await signUp('Cy'), await signUp('Eve')];
    await server.database.kysely
      .insertInto('account_admins')
      .values({ account_id: owner.accountId, user_id: accountAdmin.id, since: 0 })
      .execute();
    const account = { 'account-admin': accountAdmin, 'account-owner': owner };
    people = { visitor, member, admin, ...account, stranger, 'signed-out': server.nobody(), ada, zoe };
  });
  afterAll(() => server.stop());

  /** A board on which the one in question has that role only; Ada is its Board Admin. */
  async function aWorld(who: Who): Promise<World> {
    const { ada, zoe, 'account-owner': owner } = people;
    const board = await owner.makeBoard({ stages: ['A', 'B', 'C'] });
    await owner.invite(board, ada.email, 'admin');
    await owner.invite(board, zoe.email, 'member');
    if (who === 'visitor' || who === 'member' || who === 'admin') await owner.invite(board, people[who].email, who);
    const [first, second, deleted] = storeOf(await ada.snapshot(board)).list(columns) as ColumnId[];
    if (first === undefined || second === undefined || deleted === undefined) throw new Error('no stages');
    const tasks = Array.from({ length: 5 }, () => newId<TaskId>());
    const added = tasks.map((id) => ({ id, title: 'A task' }));
    await ada.command(board, 'task.add', { column: first, after: null, tasks: added });
    const tag = newId<TagId>();
    await ada.command(board, 'tag.add', { id: tag, name: 'Tag', hue: HUE });
    await ada.command(board, 'task.tag', { id: tasks[1], tag });
    await ada.command(board, 'task.assign', { id: tasks[1], user: ada.id });
    await ada.command(board, 'tasks.trash', { ids: [tasks[2], tasks[4]] });
    await ada.command(board, 'column.delete', { id: deleted, to: null });
    await ada.command(board, 'member.remove', { user: owner.id });
    return { board, zoe, ada, tag, stages: [first, second], deleted, task: (at) => tasks[at] as TaskId };
  }

  const names = Object.keys(ARGUMENTS) as CommandName[];
  const seqOf = async ({ board }: World): Promise<number> => {
    const { kysely } = server.database;
    return (await kysely.selectFrom('boards').select('seq').where('id', '=', board).executeTakeFirstOrThrow()).seq;
  };
  const letters = ['v', 'm', 'a', 'A', 'O'];
  const may = (who: Who, name: CommandName): boolean => BY_HAND[name].includes(letters[EVERYONE.indexOf(who)] ?? '-');

  it('asks about every command there is', () => {
    expect(names.toSorted()).toEqual([...COMMAND_NAMES].toSorted());
    expect(Object.keys(BY_HAND).toSorted()).toEqual([...COMMAND_NAMES].toSorted());
  });

  it('is in the policy as the table by hand says', () => {
    for (const who of EVERYONE.slice(0, 5)) {
      for (const name of names) {
        expect([who, name, can(who as Role, commandOf(name).ability)]).toEqual([who, name, may(who, name)]);
      }
    }
  });

  it.each(EVERYONE)('over HTTP: %s', async (who) => {
    const world = await aWorld(who);
    const no = { stranger: '404 not-found', 'signed-out': '401 sign-in-required' }[who as string] ?? '403 forbidden';
    const [answers, expected]: Record<string, string>[] = [{}, {}];
    let seq = await seqOf(world);
    for (const name of names) {
      const { status, body } = await people[who].command(world.board, name, ARGUMENTS[name](world));
      Object.assign(answers ?? {}, { [name]: status === 200 ? '200' : `${status} ${body.code}` });
      Object.assign(expected ?? {}, { [name]: may(who, name) ? '200' : no });
      seq += may(who, name) ? 1 : 0;
      expect([name, await seqOf(world)]).toEqual([name, seq]);
    }
    expect(answers).toEqual(expected);
  });

  it.each(EVERYONE)('over a live socket: %s', async (who) => {
    const world = await aWorld(who);
    const { board } = world;
    const page = await people[who].live();
    if (who === 'signed-out') {
      expect((await page.closed).code).toBe(4401);
      return;
    }
    page.hello(board);
    expect((await page.nextOne()).t).toBe(who === 'stranger' ? 'revoked' : 'delta');
    let seq = await seqOf(world);
    for (const [index, name] of names.entries()) {
      page.command(board, index + 1, name, ARGUMENTS[name](world));
      const frame = await page.nextOne();
      if (who === 'stranger') expect(frame).toEqual({ t: 'error', code: 'not-joined', board });
      else if (!may(who, name)) expect(frame).toMatchObject({ t: 'x', i: index + 1, code: 'forbidden' });
      else if (name === 'member.leave') expect(frame).toEqual({ t: 'revoked', board });
      else expect(frame).toMatchObject({ t: 'p', b: [{ i: index + 1, u: people[who].id }] });
      seq += may(who, name) ? 1 : 0;
      expect([name, await seqOf(world)]).toEqual([name, seq]);
    }
  });

  it.each(EVERYONE)('of reading and the team: %s', async (who) => {
    const { board, task } = await aWorld(who);
    const person = people[who];
    const [reads, manages] = [
      !['stranger', 'signed-out'].includes(who),
      ['admin', 'account-admin', 'account-owner'].includes(who),
    ];
    const no = who === 'signed-out' ? 401 : 404;
    const status = async (method: string, path: string, body?: unknown) =>
      (await person.send(method, `/api/boards/${board}${path}`, body)).status;
    for (const path of ['/snapshot', '/history', '/team', `/tasks/${task(0)}`]) {
      expect([path, await status('GET', path)]).toEqual([path, reads ? 200 : no]);
    }
    const refused = reads ? 403 : no;
    expect(await status('POST', '/invitations', { email: `${who}@new.example`, role: 'visitor' })).toBe(
      manages ? 201 : refused,
    );
    await people.ada.invite(board, `${who}@pending.example`, 'member');
    server.clock.advance(10 * 60_000);
    const team = (await people.ada.send('GET', `/api/boards/${board}/team`)).body;
    const pending = team.invitations.find(({ email }: { email: string }) => email === `${who}@pending.example`);
    expect(await status('POST', `/invitations/${pending.id}/resend`)).toBe(manages ? 204 : refused);
    expect(await status('DELETE', `/invitations/${pending.id}`)).toBe(manages ? 204 : refused);
    const create = { id: newId(), accountId: people['account-owner'].accountId, name: 'New', stages: [], done: '' };
    const creates = manages || who === 'member';
    expect((await person.send('POST', '/api/boards', create)).status).toBe(
      creates ? 201 : who === 'signed-out' ? 401 : 404,
    );
  });
});
