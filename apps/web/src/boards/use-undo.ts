import { useLingui } from '@lingui/react/macro';
import type { Problem, Result } from '@talka/domain/kernel';
import type { Undone } from '@talka/domain/wire';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { showToast } from '../ui/toast-queue.ts';
import { useBoardSession } from './board-context.ts';
import { boardProblemSentence } from './board-problem-sentence.ts';
import { deedName } from './undo-sentence.ts';

interface Undo {
  undo(): void;
  redo(): void;
}

/** Undo and redo of one's own changes to the board, with their keys; a toast names what was taken back. */
export function useUndo(): Undo {
  const { t } = useLingui();
  const session = useBoardSession();
  const undo = () =>
    tell(session.undo(), { done: (name) => t`Undone: ${name}.`, nothing: t`There is nothing to undo.` });
  const redo = () =>
    tell(session.redo(), { done: (name) => t`Done again: ${name}.`, nothing: t`There is nothing to do again.` });
  const scope = t`Board`;
  useShortcuts([
    { keys: 'mod+z', label: t`Undo`, scope, run: undo },
    { keys: 'mod+shift+z', label: t`Do again`, scope, run: redo },
  ]);
  return { undo, redo };
}

interface Words {
  readonly done: (name: string) => string;
  readonly nothing: string;
}

function tell(turned: Result<Undone, Problem> | null, { done, nothing }: Words): void {
  if (turned === null) showToast(nothing);
  else if (turned.ok) showToast(done(deedName(turned.value.name)));
  else showToast(boardProblemSentence(turned.problem), { tone: 'bad' });
}
