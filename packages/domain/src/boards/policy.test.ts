import { describe, expect, test } from 'vitest';
import { ABILITIES, BOARD_ROLES, can, POLICY, roleOn, ROLES } from './index.ts';
import type { Ability, Role } from './index.ts';
import { COMMANDS, SERVER_COMMANDS } from '../wire/index.ts';

/** The table of who may do what, by hand: one column for each role, in the order of `HEADS`. */
const HEADS: readonly Role[] = [
  'link-holder',
  'account-team',
  'visitor',
  'member',
  'admin',
  'account-admin',
  'account-owner',
];
const TABLE: Readonly<Record<Ability, string>> = {
  //                  link team visitor member admin account-admin owner
  'see-board': '        yes  yes  yes     yes    yes   yes           yes',
  'see-team': '         -    yes  yes     yes    yes   yes           yes',
  'arrange-own-view': ' -    yes  yes     yes    yes   yes           yes',
  'leave-board': '      -    -    yes     yes    yes   -             -  ',
  'edit-tasks': '       -    -    -       yes    yes   yes           yes',
  'edit-board': '       -    -    -       -      yes   yes           yes',
  'manage-team': '      -    -    -       -      yes   yes           yes',
  'export-board': '     -    -    yes     yes    yes   yes           yes',
  'move-to-account': '  -    -    -       -      -     -             yes',
  'delete-for-good': '  -    -    -       -      -     -             yes',
};

/** What each command asks of its actor, by hand. */
const ABILITY_OF: Readonly<Record<string, Ability>> = {
  'board.rename': 'edit-board',
  'column.add': 'edit-board',
  'column.rename': 'edit-board',
  'column.restore': 'edit-board',
  'column.move': 'edit-board',
  'column.delete': 'edit-board',
  'member.add': 'manage-team',
  'member.setRole': 'manage-team',
  'member.remove': 'manage-team',
  'member.leave': 'leave-board',
  'member.rename': 'see-board',
  'task.add': 'edit-tasks',
  'task.rename': 'edit-tasks',
  'task.describe': 'edit-tasks',
  'task.setStatus': 'edit-tasks',
  'task.setPriority': 'edit-tasks',
  'task.setDue': 'edit-tasks',
  'task.assign': 'edit-tasks',
  'task.unassign': 'edit-tasks',
  'task.tag': 'edit-tasks',
  'task.untag': 'edit-tasks',
  'tag.add': 'edit-tasks',
  'tag.rename': 'edit-board',
  'tag.recolour': 'edit-board',
  'tag.delete': 'edit-board',
  'task.move': 'edit-tasks',
  'task.trash': 'edit-tasks',
  'task.restore': 'edit-tasks',
  'tasks.trash': 'edit-tasks',
  'tasks.restore': 'edit-tasks',
};

describe('who may do what', () => {
  test('the table names every role and every ability there is', () => {
    expect(HEADS).toEqual(ROLES);
    expect(Object.keys(TABLE).toSorted()).toEqual([...ABILITIES].toSorted());
  });

  for (const [ability, line] of Object.entries(TABLE) as [Ability, string][]) {
    test.each(
      line
        .trim()
        .split(/\s+/)
        .map((says, index) => [HEADS[index] as Role, says] as const),
    )(`${ability}: %s %s`, (role, says) => {
      expect(can(role, ability)).toBe(says === 'yes');
    });
  }

  test('somebody the board is hidden from may do nothing', () => {
    expect(ABILITIES.filter((ability) => can(null, ability))).toEqual([]);
  });

  test('a stronger role on the board never may less', () => {
    for (const ability of ABILITIES) {
      const may = BOARD_ROLES.map((role) => Number(can(role, ability)));
      expect(may).toEqual(may.toSorted((one, other) => one - other));
    }
  });

  test('whoever may change a board may see it', () => {
    const changing = ROLES.filter((role) => ABILITIES.some((ability) => POLICY[ability].includes(role)));
    expect(changing.filter((role) => !can(role, 'see-board'))).toEqual([]);
  });
});

describe('each command', () => {
  test('asks for the ability that the product says', () => {
    const asked = Object.entries({ ...COMMANDS, ...SERVER_COMMANDS }).map(([name, { ability }]) => [name, ability]);
    expect(Object.fromEntries(asked)).toEqual(ABILITY_OF);
  });

  test('is filed under its own name', () => {
    for (const [name, command] of Object.entries({ ...COMMANDS, ...SERVER_COMMANDS })) expect(command.name).toBe(name);
  });

  test('that adds people can be sent by the server alone', () => {
    expect(Object.keys(COMMANDS)).not.toContain('member.add');
  });
});

describe('what someone is to a board', () => {
  test('comes from the account for its owner and admins, else from the board', () => {
    for (const boardRole of [...BOARD_ROLES, null]) {
      expect(roleOn(boardRole, 'owner')).toBe('account-owner');
      expect(roleOn(boardRole, 'admin')).toBe('account-admin');
      expect(roleOn(boardRole, null)).toBe(boardRole);
    }
  });
});
