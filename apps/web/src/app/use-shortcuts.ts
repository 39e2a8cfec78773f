import { useEffect, useLayoutEffect, useRef } from 'react';
import { useApp } from './app-context.ts';
import type { Shortcut } from './shortcuts.ts';

/** Offers keys while the screen stands, and lists them in the `?` sheet. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useApp().shortcuts;
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  const shown = shortcuts.map(({ keys, label, scope }) => `${keys}\t${label}\t${scope}`).join('\n');
  useEffect(() => {
    // Kept as they are until words or keys change; what runs is always the latest.
    const offered =
      shown === '' ? [] : latest.current.map((each, index) => withLatestRun(each, () => latest.current[index]));
    return registry.add(offered);
  }, [registry, shown]);
}

function withLatestRun(shortcut: Shortcut, latest: () => Shortcut | undefined): Shortcut {
  return shortcut.run ? { ...shortcut, run: () => latest()?.run?.() } : shortcut;
}
