/** One or two letters that stand for a name; of scripts without capitals, the first letter of the first word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = firstLetter(words[0] ?? '');
  if (first === '') return '?';
  const hasCapitals = first.toUpperCase() !== first.toLowerCase();
  const last = words.length > 1 && hasCapitals ? firstLetter(words.at(-1) ?? '') : '';
  return (first + last).toUpperCase();
}

function firstLetter(word: string): string {
  return /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
}
