import { useEffect } from 'react';
import { announce } from './announce.ts';

/** Speaks its text whenever it changes; shows nothing. */
export function LiveRegion({ text }: { readonly text: string }) {
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text]);
  return null;
}
