import type { Grip, LiftEvent, LiftState, PointerKind } from './lift-state.ts';
import type { AttachedList } from './liftable-list.ts';

export interface LiftInputOptions {
  getState(): LiftState;
  dispatch(event: LiftEvent): void;
  pick(grip: Grip): void;
  carryKey(key: string): void;
  canLift(grip: Grip): boolean;
  /** Something scrolled or the window changed its size. */
  boxesMoved(): void;
}

/** Where a press writes or chooses, and must not lift. */
const OWN_USE = 'input, textarea, select, option, [contenteditable]:not([contenteditable="false"]), [data-no-lift]';
/** Milliseconds after a release in which the browser still makes its click. */
const CLICK_AFTER_MS = 50;

/** Turns what pointers and keys do into events of the drag, and keeps the browser from doing its own with them. */
export class LiftInput {
  readonly #options: LiftInputOptions;
  #watching: AbortController | null = null;

  constructor(options: LiftInputOptions) {
    this.#options = options;
  }

  attach(attached: AttachedList): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const { element } = attached;
    element.addEventListener('pointerdown', (press) => this.#pressed(press, attached), { signal });
    element.addEventListener('keydown', (press) => this.#keyed(press, attached), { signal });
    element.addEventListener('dragstart', (start) => this.#refuseWhileBusy(start), { signal });
    // Here from the start and not passive: a browser asks only those listeners that were there before the touch.
    element.addEventListener('touchmove', (move) => this.#touched(move), { signal, passive: false });
    return () => stop.abort();
  }

  /** Follows the pointer and the keys wherever they go, until `rest`. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    const { dispatch, boxesMoved } = this.#options;
    const cancel = (): void => dispatch({ name: 'cancelled' });
    const early = { signal, capture: true };
    window.addEventListener('pointermove', (move) => this.#moved(move), early);
    window.addEventListener('pointerup', ({ pointerId }) => dispatch({ name: 'released', pointerId }), early);
    window.addEventListener('pointercancel', cancel, early);
    window.addEventListener('pointerdown', (press) => this.#pressedElsewhere(press), early);
    window.addEventListener('keydown', (press) => this.#keyedWhileBusy(press), early);
    window.addEventListener('contextmenu', (menu) => this.#refuseWhileBusy(menu), early);
    window.addEventListener('selectstart', (start) => this.#refuseWhileBusy(start), early);
    window.addEventListener('blur', (blur) => blur.target === window && cancel(), early);
    document.addEventListener('visibilitychange', () => document.hidden && cancel(), early);
    window.addEventListener('scroll', boxesMoved, { ...early, passive: true });
    window.addEventListener('resize', boxesMoved, early);
  }

  rest(): void {
    this.#watching?.abort();
    this.#watching = null;
  }

  /** The sheet takes the pointer, so that it is followed beyond the window's edge too; the wheel goes to the page. */
  capture(sheet: HTMLElement, pointerId: number): void {
    try {
      sheet.setPointerCapture(pointerId);
    } catch {
      // The pointer is already up; its release ends the drag.
    }
    sheet.addEventListener('wheel', (wheel) => scrollBelow(sheet, wheel), { passive: true });
  }

  /** The click that follows a drag's release isn't meant for what it lands on. */
  swallowClick(): void {
    const stop = new AbortController();
    const { signal } = stop;
    const early = { signal, capture: true };
    const swallow = (click: Event): void => {
      click.preventDefault();
      click.stopPropagation();
      stop.abort();
    };
    window.addEventListener('click', swallow, early);
    window.addEventListener('pointerdown', () => stop.abort(), early);
    window.addEventListener('pointerup', () => setTimeout(() => stop.abort(), CLICK_AFTER_MS), early);
    setTimeout(() => stop.abort(), CLICK_AFTER_MS * 20);
  }

  #pressed(press: PointerEvent, attached: AttachedList): void {
    if (press.button !== 0 || press.ctrlKey || !press.isPrimary) return;
    const grip = this.#gripOf(press.target, attached);
    if (!grip || !this.#mayPress() || !this.#options.canLift(grip)) return;
    const at = { x: press.clientX, y: press.clientY };
    const pointer = kindOf(press.pointerType);
    this.#options.dispatch({ name: 'pressed', grip, pointerId: press.pointerId, pointer, at });
  }

  #mayPress(): boolean {
    const { name } = this.#options.getState();
    return name === 'idle' || name === 'settling';
  }

  #gripOf(target: EventTarget | null, { id: listId, kind, list, handle }: AttachedList): Grip | null {
    if (!(target instanceof Element)) return null;
    const item = list.itemAround(target);
    if (!item) return null;
    const own = target.closest(OWN_USE);
    if (own && item.slot.contains(own)) return null;
    if (handle !== null && !target.closest(handle)) return null;
    return { id: item.id, listId, kind };
  }

  #moved(move: PointerEvent): void {
    const isReleasedUnseen = move.pointerType === 'mouse' && move.buttons === 0;
    if (isReleasedUnseen) this.#options.dispatch({ name: 'cancelled' });
    else this.#options.dispatch({ name: 'moved', pointerId: move.pointerId, at: { x: move.clientX, y: move.clientY } });
  }

  #pressedElsewhere(press: PointerEvent): void {
    const state = this.#options.getState();
    const isSame = 'pointerId' in state && state.pointerId === press.pointerId;
    if (!isSame) this.#options.dispatch({ name: 'cancelled' });
  }

  #touched(move: TouchEvent): void {
    if (this.#options.getState().name === 'dragging' && move.cancelable) move.preventDefault();
  }

  #refuseWhileBusy(happening: Event): void {
    const state = this.#options.getState();
    const isBusy = state.name === 'dragging' || state.name === 'pressing';
    if (isBusy) happening.preventDefault();
  }

  /** Space on the item itself (or on its handle) lifts it; on a button inside it, it stays the button's. */
  #keyed(press: KeyboardEvent, attached: AttachedList): void {
    if (press.key !== ' ' || press.defaultPrevented || press.repeat || !this.#mayPress() || hasModifier(press)) return;
    const grip = this.#gripOf(press.target, attached);
    if (!grip || !(press.target instanceof Element)) return;
    const item = attached.list.itemAround(press.target);
    const holder = attached.handle === null ? item?.slot.firstElementChild : press.target.closest(attached.handle);
    if (press.target !== holder || !this.#options.canLift(grip)) return;
    take(press);
    this.#options.pick(grip);
  }

  #keyedWhileBusy(press: KeyboardEvent): void {
    const { name } = this.#options.getState();
    if (press.key === 'Escape' && name === 'dragging') {
      take(press);
      this.#options.dispatch({ name: 'cancelled' });
    }
    if (name !== 'carrying') return;
    if (press.key === 'Tab') {
      this.#options.dispatch({ name: 'cancelled' });
      return;
    }
    take(press);
    if (press.key === 'Escape') this.#options.dispatch({ name: 'cancelled' });
    else if ((press.key === ' ' || press.key === 'Enter') && !press.repeat) this.#options.dispatch({ name: 'put' });
    else this.#options.carryKey(press.key);
  }
}

/** The key is the drag's; its release too, with which some browsers would press the button that has the focus. */
function take(press: KeyboardEvent): void {
  press.preventDefault();
  press.stopPropagation();
  if (press.key !== ' ' && press.key !== 'Enter') return;
  window.addEventListener('keyup', (release) => release.preventDefault(), { once: true, capture: true });
}

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

function kindOf(pointerType: string): PointerKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

/** The wheel scrolls what lies below the sheet, as if it weren't there. */
function scrollBelow(sheet: HTMLElement, { clientX, clientY, deltaX, deltaY }: WheelEvent): void {
  const below = document.elementsFromPoint(clientX, clientY).find((each) => !sheet.contains(each));
  for (let at: Element | null = below ?? null; at; at = at.parentElement) {
    const canDown = deltaY !== 0 && at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY === 'auto';
    const canAside = deltaX !== 0 && at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === 'auto';
    if (canDown || canAside) {
      at.scrollBy({ top: canDown ? deltaY : 0, left: canAside ? deltaX : 0, behavior: 'instant' });
      return;
    }
  }
}
