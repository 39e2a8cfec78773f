/** What this browser keeps between visits; nothing where storage is switched off. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`talka.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`talka.${key}`);
    else localStorage.setItem(`talka.${key}`, value);
  } catch {
    // Private windows and strict settings refuse; the page works without.
  }
}
