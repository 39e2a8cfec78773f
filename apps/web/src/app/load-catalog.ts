import type { Messages } from '@lingui/core';
import { messages as english } from '../../../../locales/en/messages.po';
import type { Language } from './languages.ts';

/** English is built in; every other language is its own file, fetched when it is needed. */
export async function loadCatalog(tag: Language['tag']): Promise<Messages> {
  if (tag === 'ar') return (await import('../../../../locales/ar/messages.po')).messages;
  if (tag === 'pseudo') return (await import('../../../../locales/pseudo/messages.po')).messages;
  return english;
}
