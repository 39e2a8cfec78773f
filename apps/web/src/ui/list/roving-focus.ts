import type { Axis } from './box.ts';
import { listStep, stepIndex } from './list-step.ts';
import type { SlotTable } from './slot-table.ts';

export interface RovingFocusOptions {
  readonly isRoving: boolean;
  readonly axis: Axis;
  readonly slots: SlotTable;
  getIds(): readonly string[];
  reveal(id: string): void;
  /** Told when `active` or `held` changed. */
  changed(): void;
}

/** One tab stop a list: arrow keys move the focus, and the item that has it stays rendered wherever the list scrolls. */
export class RovingFocus {
  /** The item a Tab press lands on. */
  active: string | null = null;
  /** The item that must stay rendered, for it has the focus or is about to. */
  held: string | null = null;
  readonly #options: RovingFocusOptions;
  #wanted: string | null = null;
  #index = 0;
  #isMirrored = false;

  constructor(options: RovingFocusOptions) {
    this.#options = options;
  }

  attach(track: HTMLElement, isMirrored: boolean): () => void {
    this.#isMirrored = isMirrored;
    const focused = ({ target }: FocusEvent): void => this.#focused(target);
    const blurred = ({ relatedTarget }: FocusEvent): void => this.#blurred(relatedTarget);
    const pressed = (press: KeyboardEvent): void => this.#pressed(press);
    track.addEventListener('focusin', focused);
    track.addEventListener('focusout', blurred);
    track.addEventListener('keydown', pressed);
    return () => {
      track.removeEventListener('focusin', focused);
      track.removeEventListener('focusout', blurred);
      track.removeEventListener('keydown', pressed);
      this.held = null;
    };
  }

  /** Gives the item the focus, scrolled into view, as soon as it is rendered. */
  to(id: string): void {
    if (!this.#options.getIds().includes(id)) return;
    this.#wanted = id;
    this.#hold(id);
    this.#options.reveal(id);
    this.slotAdded(id);
  }

  slotAdded(id: string): void {
    if (id !== this.#wanted) return;
    const target = focusTarget(this.#options.slots.element(id));
    if (!target) return;
    this.#wanted = null;
    target.focus({ preventScroll: true });
  }

  /** When the focused item went away, its neighbour takes the focus once the element is gone. */
  idsChanged(): void {
    const { active, held } = this;
    const ids = this.#options.getIds();
    if (active === null || ids.includes(active)) return;
    const next = ids[Math.min(this.#index, ids.length - 1)] ?? null;
    this.active = next;
    if (held !== active) return;
    this.held = next;
    requestAnimationFrame(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && next !== null) this.to(next);
    });
  }

  #focused(target: EventTarget | null): void {
    const item = target instanceof Element ? this.#options.slots.around(target) : null;
    if (item) this.#hold(item.id);
  }

  #hold(id: string): void {
    if (this.held === id && this.active === id) return;
    this.held = id;
    this.active = id;
    this.#index = this.#options.getIds().indexOf(id);
    this.#options.changed();
  }

  /** A removed element blurs without an heir; what to do then is decided when the ids change. */
  #blurred(heir: EventTarget | null): void {
    const item = heir instanceof Element ? this.#options.slots.around(heir) : null;
    if (item || this.#wanted !== null || !document.hasFocus()) return;
    queueMicrotask(() => this.#letGo());
  }

  #letGo(): void {
    const focused = document.activeElement;
    if (focused && this.#options.slots.around(focused)) return;
    if (this.held === null || !this.#options.getIds().includes(this.held)) return;
    this.held = null;
    this.#options.changed();
  }

  #pressed(press: KeyboardEvent): void {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return;
    const item = press.target instanceof Element ? this.#options.slots.around(press.target) : null;
    if (!this.#options.isRoving || !item || press.target !== focusTarget(item.slot)) return;
    const step = listStep(press.key, this.#options.axis, this.#isMirrored);
    if (step === null) return;
    press.preventDefault();
    const ids = this.#options.getIds();
    const next = ids[stepIndex(step, ids.indexOf(item.id), ids.length)];
    if (next !== undefined && next !== item.id) this.to(next);
  }
}

/** What takes the focus in a slot: the item's own outermost element. */
function focusTarget(slot: HTMLElement | null): HTMLElement | null {
  const first = slot?.firstElementChild;
  return first instanceof HTMLElement ? first : null;
}
