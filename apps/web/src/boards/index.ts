export { OpenBoard } from './open-board.tsx';
export { BoardHeader } from './board-header.tsx';
export { ColumnsRow } from './columns-row.tsx';
export { ColumnFrame } from './column-frame.tsx';
export { boardProblemSentence } from './board-problem-sentence.ts';
export { columnName } from './column-name.ts';
export {
  BoardViewContext,
  createBoardView,
  useBoardView,
  useDoing,
  type BoardView,
  type SettableField,
} from './board-view.ts';
export { useBoard, useBoardSession, useCan, useColumn, useIds, useRow } from './board-context.ts';
export { useRun, type Run } from './use-run.ts';
