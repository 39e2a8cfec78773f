import { useLingui } from '@lingui/react/macro';
import { TEMPLATES, type TemplateId } from '@talka/domain/boards';
import { must } from '@talka/domain/kernel';
import { useNavigate } from '@tanstack/react-router';
import { useApp, useSession } from '../app/app-context.ts';
import { newId } from '../app/new-id.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { showToast } from '../ui/toast-queue.ts';
import { type BoardTileData, createBoard, type NewBoard } from './boards-api.ts';
import type { BoardWish } from './create-board-dialog.tsx';
import { templateColumnName } from './template-words.ts';

type Change = (edit: (boards: readonly BoardTileData[]) => readonly BoardTileData[]) => void;

/** Shows the board among the others at once, makes it, goes there; takes it back and says why when refused. */
export function useCreateBoard(change: Change): (wish: BoardWish) => void {
  const { t } = useLingui();
  const { api } = useApp();
  const { user, accounts } = useSession();
  const navigate = useNavigate();

  const create = async (wish: BoardWish) => {
    const id = newId();
    const accountName = accounts.find((account) => account.id === wish.accountId)?.name ?? '';
    change((boards) => [tileOf(id, wish, accountName, user), ...boards]);
    try {
      await createBoard(api, { ...wish, id, ...columnsOf(wish.template) });
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

/** The columns of a template in the creator's words, which then are the board's own. */
function columnsOf(templateId: TemplateId): Pick<NewBoard, 'stages' | 'done'> {
  const template = must(
    TEMPLATES.find(({ id }) => id === templateId),
    'a template',
  );
  return {
    stages: template.stages.map(templateColumnName),
    done: template.done === null ? '' : templateColumnName(template.done),
  };
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
