import { createStore } from './store.ts';
import { remember, remembered } from './remembered.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface ThemeStore {
  get(): Theme;
  subscribe(listener: () => void): () => void;
  change(theme: Theme): void;
}

export function createTheme(root: HTMLElement): ThemeStore {
  const store = createStore<Theme>(asTheme(remembered('theme')));
  const paint = (theme: Theme) => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  paint(store.get());
  return {
    get: store.get,
    subscribe: store.subscribe,
    change(theme) {
      store.set(theme);
      remember('theme', theme === 'system' ? null : theme);
      paint(theme);
    },
  };
}

export function asTheme(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
