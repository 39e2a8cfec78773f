import { i18n } from '@lingui/core';
import { bestLanguage, type Language } from './languages.ts';
import { loadCatalog } from './load-catalog.ts';
import { remember, remembered } from './remembered.ts';
import { createStore } from './store.ts';

export interface LanguageStore {
  get(): Language;
  subscribe(listener: () => void): () => void;
  /** Fetches the texts, then changes words, direction and formats together. */
  change(tag: string): Promise<void>;
}

/** Starts with what this browser was told last, else with what it asks for. */
export async function createLanguage(root: HTMLElement): Promise<LanguageStore> {
  const store = createStore(bestLanguage([remembered('language'), ...navigator.languages]));
  let wanted = store.get().tag;

  const speak = async (language: Language): Promise<void> => {
    wanted = language.tag;
    const messages = await loadCatalog(language.tag);
    // Two quick changes: the last one wins, whichever file arrives first.
    if (wanted !== language.tag) return;
    i18n.load(language.tag, messages);
    i18n.activate(language.tag, language.locale);
    root.lang = language.tag === 'pseudo' ? 'en' : language.tag;
    root.dir = language.direction;
    store.set(language);
  };

  await speak(store.get());
  return {
    get: store.get,
    subscribe: store.subscribe,
    async change(tag) {
      const language = bestLanguage([tag]);
      await speak(language);
      remember('language', language.tag);
    },
  };
}
