import type { BoardTileData } from './boards-api.ts';

/** Boards whose name or account holds the words, whatever their case or accents; the latest changed first. */
export function filterBoards(
  boards: readonly BoardTileData[],
  wanted: string,
  locale: string,
): readonly BoardTileData[] {
  const words = folded(wanted, locale).split(/\s+/).filter(Boolean);
  return boards
    .filter((board) => {
      const text = folded(`${board.name} ${board.accountName}`, locale);
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => other.updatedAt - one.updatedAt);
}

function folded(text: string, locale: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLocaleLowerCase(locale);
}
