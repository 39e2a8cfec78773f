import type { CommandArgs, CommandName } from '@talka/domain/wire';
import { useCallback } from 'react';
import { showToast } from '../ui/toast-queue.ts';
import { useBoardSession } from './board-context.ts';
import { boardProblemSentence } from './board-problem-sentence.ts';

export type Run = <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => boolean;

/** Runs a command of the board at once; says why in a toast, and answers false, when a rule says no. */
export function useRun(): Run {
  const session = useBoardSession();
  return useCallback(
    (name, args) => {
      const answer = session.run(name, args);
      if (!answer.ok) showToast(boardProblemSentence(answer.problem), { tone: 'bad' });
      return answer.ok;
    },
    [session],
  );
}
