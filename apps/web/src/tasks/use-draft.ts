import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Draft {
  readonly value: string;
  begin(): void;
  write(text: string): void;
  end(): void;
}

const PAUSE_MS = 900;

/**
 * A text being written: saved at each pause, on leaving and when the page goes away. While one writes, others' changes
 * don't overwrite it.
 */
export function useDraft(text: string, save: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, text, save });
  useLayoutEffect(() => {
    latest.current = { draft, text, save };
  });
  const flush = useCallback(() => {
    const { draft: written, text: saved, save: keep } = latest.current;
    if (written !== null && written.trimEnd() !== saved) keep(written);
  }, []);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  return {
    value: draft ?? text,
    begin: () => setDraft(text),
    write: setDraft,
    end() {
      flush();
      setDraft(null);
    },
  };
}
