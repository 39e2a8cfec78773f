export interface BoardInBrowser { readonly tasks: number; readonly firstVisitMs: number; readonly heapMb: number; readonly pickUpMs: number }
export type BrowserFigures = readonly BoardInBrowser[];
export async function measureBrowser(_isQuick: boolean): Promise<BrowserFigures> { return []; }
