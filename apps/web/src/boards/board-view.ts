import { must } from '@talka/domain/kernel';
import { createContext, useContext } from 'react';
import { createStore, type Store } from '../app/store.ts';
import { useStore } from '../app/use-store.ts';
import { createListWindow, type ListWindow } from '../ui/list/list-window.ts';

export type SettableField = 'status' | 'priority' | 'people' | 'tags' | 'due';

/** What is being done on this person's screen, and nobody else's: which name is being edited, where a task is added. */
export interface BoardDoing {
  readonly renaming: string | null;
  /** The column whose composer is open, and at which end of it tasks are added. */
  readonly adding: { readonly columnId: string; readonly at: 'top' | 'end' } | null;
  readonly moving: string | null;
  /** The field of a card that is being set without opening the task. */
  readonly setting: { readonly taskId: string; readonly field: SettableField } | null;
  readonly showsTrash: boolean;
}

const NOTHING: BoardDoing = { renaming: null, adding: null, moving: null, setting: null, showsTrash: false };

/** One board's screen: what is being done, and the lists of cards with their measures. */
export interface BoardView {
  readonly doing: Store<BoardDoing>;
  change(doing: Partial<BoardDoing>): void;
  /** The list of a column's cards; the same one each time, so that it keeps its place while out of sight. */
  listOf(columnId: string): ListWindow;
  readonly row: ListWindow;
}

/** Pixels between cards, and between columns. */
const CARD_GAP = 8;
const COLUMN_GAP = 12;
const COLUMN_WIDTH = 284;

export function createBoardView(estimate: (id: string) => number): BoardView {
  const doing = createStore(NOTHING);
  const lists = new Map<string, ListWindow>();
  return {
    doing,
    change: (some) => doing.set({ ...doing.get(), ...some }),
    row: createListWindow({ estimate: () => COLUMN_WIDTH, gap: COLUMN_GAP, axis: 'x', overscan: 600 }),
    listOf(columnId) {
      const known = lists.get(columnId);
      if (known !== undefined) return known;
      const list = createListWindow({ estimate, gap: CARD_GAP });
      lists.set(columnId, list);
      return list;
    },
  };
}

export const BoardViewContext = createContext<BoardView | null>(null);

export function useBoardView(): BoardView {
  return must(useContext(BoardViewContext), 'a BoardViewContext around this component');
}

export function useDoing(): BoardDoing {
  return useStore(useBoardView().doing);
}
