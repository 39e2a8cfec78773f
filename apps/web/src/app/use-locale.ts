import { useApp } from './app-context.ts';
import { useStore } from './use-store.ts';

/** The locale for `Intl`. */
export function useLocale(): string {
  return useStore(useApp().language).locale;
}
