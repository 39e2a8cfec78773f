const LONGEST = 60;

/**
 * A name that a person chose, for a mail to somebody else: one short line of plain text that no mail program turns
 * into a link, so that our mails can't be made to carry an advertisement.
 */
export function safeName(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\S*:\/\/\S*/g, ' ')
    .replace(/(?<=\S)[.。．｡](?=\S)|[@<>/\\]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}
