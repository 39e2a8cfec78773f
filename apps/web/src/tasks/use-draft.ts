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
  // What one began with or saved last: only what differs from it is one's own, and may replace what others wrote.
  const known = useRef(text);
  const latest = useRef({ draft, save });
  useLayoutEffect(() => {
    latest.current = { draft, save };
  });
  const flush = useCallback(() => {
    const { draft: written, save: keep } = latest.current;
    if (written === null || written.trimEnd() === known.current) return;
    known.current = written.trimEnd();
    keep(written);
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
    begin() {
      known.current = text;
      setDraft(text);
    },
    write: setDraft,
    end() {
      flush();
      setDraft(null);
    },
  };
}
