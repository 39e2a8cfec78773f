/** A hue (0–359) that stays the same for an id everywhere, spread by the golden angle. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return Math.round((sum * 137.508) % 360);
}
