import type { PresentPage } from '@talka/domain/wire';

export type Pages = ReadonlyMap<string, PresentPage>;

/** What changed between two lists of pages. */
export interface PagesChange {
  readonly people: readonly PresentPage[];
  readonly gone: readonly string[];
}

/** By client id: who came or changed, and who left; null when nothing did. */
export function changeOf(before: Pages, now: Pages): PagesChange | null {
  const people = [...now.values()].filter((page) => !isSame(before.get(page.cid), page));
  const gone = [...before.keys()].filter((cid) => !now.has(cid));
  return people.length === 0 && gone.length === 0 ? null : { people, gone };
}

function isSame(one: PresentPage | undefined, other: PresentPage): boolean {
  return one !== undefined && one.u === other.u && one.at === other.at && one.doing === other.doing;
}
