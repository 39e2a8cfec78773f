import { fireEvent, screen, within } from '@testing-library/react';

/** What a person does with the page. */
export function press(name: string | RegExp, place: HTMLElement = document.body): void {
  fireEvent.click(within(place).getByRole('button', { name }));
}

export function write(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

export function type(element: Element | null, key: string, rest: Partial<KeyboardEventInit> = {}): void {
  if (element === null) throw new Error(`nothing to press ${key} on`);
  fireEvent.keyDown(element, { key, ...rest });
  fireEvent.keyUp(element, { key, ...rest });
}

/** Opens a menu; its items, as they read. */
export async function openMenu(
  button: string | RegExp,
  place: HTMLElement = document.body,
): Promise<readonly string[]> {
  press(button, place);
  const menu = await screen.findByRole('menu');
  return itemsOf(menu).map(({ name }) => name);
}

/** Opens a menu and takes one of its items. */
export async function choose(menu: string | RegExp, item: string | RegExp, place?: HTMLElement): Promise<void> {
  await openMenu(menu, place);
  const items = itemsOf(screen.getByRole('menu'));
  const found = items.find(({ name }) => (typeof item === 'string' ? name === item : item.test(name)));
  if (found === undefined) throw new Error(`${String(item)} isn’t among ${items.map(({ name }) => name).join(', ')}`);
  fireEvent.click(found.element);
}

function itemsOf(menu: HTMLElement) {
  const elements = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  return elements.map((element) => ({ element, name: element.querySelector('span')?.textContent ?? '' }));
}

/** Opens a field of choices and takes one. */
export async function select(field: string | RegExp, option: string, place?: HTMLElement): Promise<void> {
  press(field, place);
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

/** The message that is shown now, with its button if it has one. */
export function toasts(): readonly string[] {
  const region = screen.queryByRole('region', { name: 'Messages' });
  return region === null ? [] : [...region.querySelectorAll('p')].map((line) => line.textContent);
}
