import { members } from '@talka/domain/boards';
import { useCallback, useEffect, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { useBoardSession, useIds } from './board-context.ts';
import { readTeam, type Team } from './team-api.ts';

interface TeamState {
  /** Null while it is being fetched for the first time. */
  readonly team: Team | null;
  refresh(): void;
}

/** The board's team with addresses and invitations, where one may see them; read anew when somebody joins or leaves. */
export function useTeam(): TeamState {
  const { api } = useApp();
  const { boardId } = useBoardSession();
  const [team, setTeam] = useState<Team | null>(null);
  const [asked, setAsked] = useState(0);
  const live = useIds(members);
  const tell = useProblemToast();
  useEffect(() => {
    let isHere = true;
    readTeam(api, boardId).then(
      (answer) => isHere && setTeam(answer),
      (problem: unknown) => isHere && tell(problem),
    );
    return () => {
      isHere = false;
    };
  }, [api, boardId, asked, live, tell]);
  return { team, refresh: useCallback(() => setAsked((times) => times + 1), []) };
}
