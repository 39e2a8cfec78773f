import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useApp, useSession } from '../app/app-context.ts';
import { newId } from '../app/new-id.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { showToast } from '../ui/toast-queue.ts';
import { type BoardTileData, createBoard } from './boards-api.ts';
import type { BoardWish } from './create-board-dialog.tsx';

type Change = (edit: (boards: readonly BoardTileData[]) => readonly BoardTileData[]) => void;

/** Shows the board among the others at once, makes it, goes there; takes it back and says why when refused. */
export function useCreateBoard(change: Change): (wish: BoardWish) => void {
  const { t } = useLingui();
  const { api, language } = useApp();
  const { user, accounts } = useSession();
  const navigate = useNavigate();

  const create = async (wish: BoardWish) => {
    const id = newId();
    const accountName = accounts.find((account) => account.id === wish.accountId)?.name ?? '';
    change((boards) => [tileOf(id, wish, accountName, user), ...boards]);
    try {
      await createBoard(api, { ...wish, id, language: language.get().tag });
    } catch (problem) {
      change((boards) => boards.filter((board) => board.id !== id));
      const action = { label: t`Try again`, run: () => void create(wish) };
      showToast(problemSentence(problem), { tone: 'bad', action });
      return;
    }
    await navigate({ to: '/b/$boardId', params: { boardId: id } });
  };
  return (wish) => void create(wish);
}

function tileOf(
  id: string,
  wish: BoardWish,
  accountName: string,
  user: BoardTileData['people'][number],
): BoardTileData {
  return {
    id,
    name: wish.name,
    accountId: wish.accountId,
    accountName,
    role: 'admin',
    openTasks: 0,
    updatedAt: Date.now(),
    people: [{ id: user.id, name: user.name }],
  };
}
