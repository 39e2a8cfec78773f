import { useEffect, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { askServer, type ServerFacts } from './identity-api.ts';

/** What the server offers; null until known. The page works without, so a failure waits for the real request. */
export function useServerFacts(): ServerFacts | null {
  const { api } = useApp();
  const [facts, setFacts] = useState<ServerFacts | null>(null);
  useEffect(() => {
    let isGone = false;
    askServer(api).then(
      (known) => {
        if (!isGone) setFacts(known);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [api]);
  return facts;
}
