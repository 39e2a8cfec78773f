import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CATALOG = join(import.meta.dirname, '../../../locales/ar/messages.po');

/** The Arabic for an English text of ours that has no places for words in it. */
export function arabic(english: string): string {
  const entries = readFileSync(CATALOG, 'utf8').split(/\n\n+/);
  const entry = entries.find((each) => each.includes(`msgid ${JSON.stringify(english)}\n`));
  const text = /\nmsgstr (".*")/.exec(entry ?? '')?.[1];
  if (text === undefined || text === '""') throw new Error(`there is no Arabic for “${english}”`);
  return JSON.parse(text) as string;
}
