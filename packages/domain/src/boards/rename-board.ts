import { cleanLine, LIMITS, must, ok } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { boards } from './board.ts';

export const renameBoard: BoardCommand<{ readonly name: string }> = {
  name: 'board.rename',
  ability: 'edit-board',
  run(change, { name }) {
    const clean = cleanLine(name, LIMITS.boardName);
    if (!clean.ok) return clean;
    const [board] = [...change.store.rows(boards)];
    const { id, name: from } = must(board, 'the board of a store');
    if (from === clean.value) return ok();
    change.set(boards, id, { name: clean.value });
    change.record('board.renamed', null, { from, to: clean.value });
    return ok();
  },
  inverse(store) {
    const [board] = [...store.rows(boards)];
    if (board === undefined) return null;
    return { name: 'board.rename', args: { name: board.name }, watch: [[`board/${board.id}`, 'name']] };
  },
};
