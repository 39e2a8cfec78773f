import { beforeEach, expect, it } from 'vitest';
import type { AccountId, UserId } from '@talka/domain/kernel';
import { createTestClock, type TestClock } from '../platform/clock/testing.ts';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { createIds, type Ids } from '../platform/ids/ids.ts';
import { createAccounts, type Accounts } from './index.ts';

const NEW_YEARS_EVE = Date.UTC(2026, 11, 31, 23, 30);

describeOnEachEngine('accounts', (openTestDatabase) => {
  let database: Database;
  let clock: TestClock;
  let ids: Ids;
  let accounts: Accounts;

  beforeEach(async () => {
    database = await openTestDatabase();
    clock = createTestClock(NEW_YEARS_EVE);
    ids = createIds(clock);
    accounts = createAccounts({ database, clock, ids });
  });

  async function aPerson(name: string): Promise<UserId> {
    const id = ids.next() as UserId;
    // The users belong to the slice above; here they are only something to point at.
    const users = database.kysely.$extendTables<{ users: Record<string, string | number> }>();
    const texts = { id, name, email: `${name}@example.com`, language: 'en', theme: 'system', time_zone: 'UTC' };
    await users
      .insertInto('users')
      .values({ ...texts, email_verified: 1, created_at: 0, updated_at: 0 })
      .execute();
    return id;
  }

  function open(id: UserId, name: string, timeZone = 'UTC'): Promise<AccountId> {
    return database.transaction((tx) => accounts.open(tx, { id, name, timeZone }));
  }

  const makeAdmin = (accountId: AccountId, userId: UserId) =>
    database.kysely.insertInto('account_admins').values({ account_id: accountId, user_id: userId, since: 0 }).execute();

  it('are named after their owner and begin with a trial', async () => {
    const mara = await aPerson('Mara');
    const id = await open(mara, 'Mara');
    expect(await accounts.accountsOf(mara)).toEqual([
      {
        id,
        name: 'Mara',
        ownerId: mara,
        timeZone: 'UTC',
        trial: { startedOn: '2026-12-31', endsOn: '2027-01-29' },
        role: 'owner',
      },
    ]);
  });

  it('count the days of the trial in their own time zone', async () => {
    const mara = await aPerson('Mara');
    const id = await open(mara, 'Mara', 'Asia/Tokyo');
    const trial = { startedOn: '2027-01-01', endsOn: '2027-01-30' };
    expect(await accounts.find(id)).toMatchObject({ timeZone: 'Asia/Tokyo', trial });
  });

  it('are listed for their owner and their admins, and for nobody else', async () => {
    const [mara, janis, stranger] = [await aPerson('Mara'), await aPerson('Janis'), await aPerson('Stranger')];
    const first = await open(mara, 'Mara');
    await open(janis, 'Janis');
    await makeAdmin(first, janis);
    const held = (await accounts.accountsOf(janis)).map(({ name, role }) => [name, role]);
    expect(held).toEqual([
      ['Janis', 'owner'],
      ['Mara', 'admin'],
    ]);
    expect(await accounts.accountsOf(stranger)).toEqual([]);
  });

  it('let owner and admins create boards, and answer a stranger as if there were no account', async () => {
    const [mara, janis, stranger] = [await aPerson('Mara'), await aPerson('Janis'), await aPerson('Stranger')];
    const id = await open(mara, 'Mara');
    await makeAdmin(id, janis);
    expect(await accounts.canCreateBoards(id, mara)).toBe(true);
    expect(await accounts.canCreateBoards(id, janis)).toBe(true);
    expect(await accounts.canCreateBoards(id, stranger)).toBe(false);
    expect(await accounts.managingRole(id, stranger)).toBeNull();
    expect(await accounts.managingRole(ids.next() as AccountId, mara)).toBeNull();
    expect(await accounts.find(ids.next() as AccountId)).toBeNull();
  });

  it('are not opened when the change around them fails', async () => {
    const mara = await aPerson('Mara');
    const change = database.transaction(async (tx) => {
      await accounts.open(tx, { id: mara, name: 'Mara', timeZone: 'UTC' });
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(await accounts.accountsOf(mara)).toEqual([]);
  });
});
