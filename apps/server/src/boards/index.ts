export { createBoards, type BoardsRoom, type CreateBoardsParts } from './create-boards.ts';
export type { Boards } from './boards.ts';
export type { BoardRowTable } from './tables.ts';
export { createRowStore, type RowStore } from './row-store.ts';
export { readHistory } from './read-history.ts';
export type { People, Person } from './people.ts';
export type { EnrichHistory } from './board-parts.ts';
export type { LoggedEvent } from './logged-event.ts';
