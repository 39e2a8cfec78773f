import { screen, within } from '@testing-library/react';

/** The card with this title. */
export function card(title: string): HTMLElement {
  return screen.getByRole('group', { name: title });
}

export function column(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

/** Titles of a column's cards, from the top. */
export function cardsOf(name: string): readonly string[] {
  return within(column(name))
    .queryAllByRole('group')
    .map((each) => each.getAttribute('aria-label') ?? '');
}

/** The title of the card that has the focus. */
export function focusedCard(): string | null {
  return document.activeElement?.getAttribute('data-task') === null
    ? null
    : (document.activeElement?.getAttribute('aria-label') ?? null);
}
