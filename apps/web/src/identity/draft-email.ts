import { createStore } from '../app/store.ts';

/** The address being typed, kept while a person goes between signing in, signing up and forgetting. */
export const draftEmail = createStore('');
