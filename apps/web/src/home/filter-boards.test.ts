import { describe, expect, it } from 'vitest';
import type { BoardTileData } from './boards-api.ts';
import { filterBoards } from './filter-boards.ts';

const board = (name: string, updatedAt: number, accountName = 'Nordic Tools'): BoardTileData => ({
  id: name,
  name,
  accountId: 'a1',
  accountName,
  role: 'admin',
  openTasks: 0,
  updatedAt,
  people: [],
});
const names = (boards: readonly BoardTileData[]) => boards.map(({ name }) => name);

describe('boards on Home', () => {
  const boards = [board('Équipe', 1), board('Autumn release', 3, 'Ana’s account'), board('Helpdesk', 2)];

  it('stand with the latest changed first', () => {
    expect(names(filterBoards(boards, '', 'en'))).toEqual(['Autumn release', 'Helpdesk', 'Équipe']);
  });

  it('are found by any part of name and account, whatever case and accents', () => {
    expect(names(filterBoards(boards, 'EQUI', 'en'))).toEqual(['Équipe']);
    expect(names(filterBoards(boards, 'ana rel', 'en'))).toEqual(['Autumn release']);
    expect(names(filterBoards(boards, 'nowhere', 'en'))).toEqual([]);
  });
});
