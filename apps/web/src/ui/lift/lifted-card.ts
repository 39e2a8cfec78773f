import type { Box } from '../list/box.ts';
import styles from './lifted-card.module.css';
import type { Point } from './lift-state.ts';

const SETTLE_MS = 180;
const EASE = 'cubic-bezier(.2,.8,.2,1)';

export interface LiftedFrom {
  readonly element: HTMLElement;
  readonly box: Box;
  /** Where it was gripped; the keyboard grips the middle. */
  readonly grip: Point;
  readonly by: 'pointer' | 'keys';
}

/** The picture of an item in the hand, on a sheet above the page. It lives from lifting until it has settled. */
export class LiftedCard {
  readonly sheet: HTMLElement;
  readonly size: { readonly width: number; readonly height: number };
  readonly #card: HTMLElement;
  #at: Point;
  #tilt = 0;

  constructor({ element, box, grip, by }: LiftedFrom) {
    this.size = { width: box.width, height: box.height };
    this.#at = { x: box.left, y: box.top };
    this.sheet = document.createElement('div');
    this.sheet.className = styles.sheet ?? '';
    this.sheet.setAttribute('aria-hidden', 'true');
    this.sheet.inert = by === 'keys';
    this.sheet.toggleAttribute('data-passive', by === 'keys');
    this.#card = document.createElement('div');
    this.#card.className = styles.card ?? '';
    this.#card.dataset.by = by;
    this.#card.dataset.lifted = '';
    const { borderRadius } = getComputedStyle(element);
    Object.assign(this.#card.style, { width: `${box.width}px`, height: `${box.height}px`, borderRadius });
    this.#card.style.setProperty('--grip-x', `${grip.x - box.left}px`);
    this.#card.style.setProperty('--grip-y', `${grip.y - box.top}px`);
    this.#card.append(pictureOf(element));
    this.#write();
    this.sheet.append(this.#card);
    const scrolled = scrolledParts(element);
    document.body.append(this.sheet);
    scrollParts(this.#card.firstElementChild, scrolled);
  }

  get box(): Box {
    return { left: this.#at.x, top: this.#at.y, ...this.size };
  }

  get tilt(): number {
    return this.#tilt;
  }

  moveTo(at: Point, tilt: number): void {
    if (at.x === this.#at.x && at.y === this.#at.y && tilt === this.#tilt) return;
    this.#at = at;
    this.#tilt = tilt;
    this.#write();
  }

  /** Glides to its place (or fades, when there is none) and goes away; the returned promise is kept either way. */
  async settle(box: Box | null): Promise<void> {
    this.sheet.dataset.passive = '';
    if (!('animate' in this.#card) || isStill()) {
      this.remove();
      return;
    }
    const end: Keyframe = box
      ? { transform: transformOf({ x: box.left, y: box.top }, 0), boxShadow: 'var(--shadow-rest)' }
      : { opacity: 0 };
    const glide = this.#card.animate([{ transform: this.#card.style.transform }, end], {
      duration: SETTLE_MS,
      easing: EASE,
      fill: 'forwards',
    });
    try {
      await glide.finished;
    } catch {
      // Removed before it arrived, because the next item was lifted meanwhile: nothing is left to do.
    }
    this.remove();
  }

  remove(): void {
    this.sheet.remove();
  }

  #write(): void {
    this.#card.style.transform = transformOf(this.#at, this.#tilt);
  }
}

function transformOf({ x, y }: Point, tilt: number): string {
  return `translate3d(${x}px, ${y}px, 0) rotate(${tilt}deg)`;
}

/** A copy without ids, which must stay unique in the page, and without the place in the tab order. */
function pictureOf(element: HTMLElement): Node {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return copy;
  for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
  copy.removeAttribute('data-ghost');
  copy.tabIndex = -1;
  return copy;
}

/** A copied list starts at its top: what is scrolled, read before the copy is in the page and asks for a layout. */
function scrolledParts(from: Element): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  from.querySelectorAll('*').forEach((each, at) => {
    if (each.scrollTop !== 0) parts.set(at, each.scrollTop);
  });
  return parts;
}

function scrollParts(copy: Element | null, parts: ReadonlyMap<number, number>): void {
  if (!copy || parts.size === 0) return;
  copy.querySelectorAll('*').forEach((each, at) => {
    each.scrollTop = parts.get(at) ?? 0;
  });
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
