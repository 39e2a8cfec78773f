import { boards, can, columns, type Ability, type Board, type Column, type Role } from '@talka/domain/boards';
import { must, type Row, type Table } from '@talka/domain/kernel';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { BoardSession } from './board-session.ts';
import type { SyncState } from './sync-state.ts';

export const BoardContext = createContext<BoardSession | null>(null);

export function useBoardSession(): BoardSession {
  return must(useContext(BoardContext), 'a BoardContext around this component');
}

/** A row of the board, and again whenever it is replaced; undefined when it isn't there. */
export function useRow<Kind extends Row>(table: Table<Kind>, id: string): Kind | undefined {
  const session = useBoardSession();
  const key = `${table.name}/${id}`;
  const subscribe = useCallback((tell: () => void) => session.subscriptions.subscribe(key, tell), [session, key]);
  return useSyncExternalStore(subscribe, () => session.replica.store.get(table, id));
}

/** The ids of a list in order. */
export function useIds<Kind extends Row>(table: Table<Kind>, parent = ''): readonly string[] {
  const session = useBoardSession();
  const key = `${table.name}@${parent}`;
  const subscribe = useCallback((tell: () => void) => session.subscriptions.subscribe(key, tell), [session, key]);
  return useSyncExternalStore(subscribe, () => session.replica.store.list(table, parent));
}

export function useBoard(): Board | undefined {
  return useRow(boards, useBoardSession().boardId);
}

export function useColumn(id: string): Column | undefined {
  return useRow(columns, id);
}

/** What this person is to the board; null until it is known. Changes are told to everybody at once. */
export function useRole(): Role | null {
  const session = useBoardSession();
  const subscribe = useCallback(
    (tell: () => void) => session.subscriptions.subscribe(`board/${session.boardId}`, tell),
    [session],
  );
  return useSyncExternalStore(subscribe, () => session.replica.role);
}

/** The policy's line for this person on this board: what it forbids isn't offered either. */
export function useCan(ability: Ability): boolean {
  return can(useRole(), ability);
}

export function useSyncState(): SyncState {
  const { sync } = useBoardSession();
  return useSyncExternalStore(sync.subscribe, sync.get);
}
