import type { Axis, Box } from './box.ts';
import type { View } from './visible-range.ts';

/** The scrolling element of a list and the track in it that is as long as all items: one axis, always counted from 0. */
export class ListViewport {
  /** Pixels scrolled from the start, in reading direction. */
  scroll = 0;
  length: number;
  isMirrored = false;
  readonly #axis: Axis;
  readonly #scroller: HTMLElement;
  readonly #track: HTMLElement;
  #trackStart = 0;

  constructor(axis: Axis, scroller: HTMLElement, track: HTMLElement) {
    this.#axis = axis;
    this.#scroller = scroller;
    this.#track = track;
    this.isMirrored = axis === 'x' && getComputedStyle(scroller).direction === 'rtl';
    // Asking the element here would lay the page out once per list; its ResizeObserver tells before the first paint.
    this.length = axis === 'y' ? window.innerHeight : window.innerWidth;
  }

  get view(): View {
    return { from: this.scroll - this.#trackStart, length: this.length };
  }

  /** Reads the layout; returns the size across the axis, on which the items' lengths depend. */
  measure(): number {
    const outer = this.#scroller.getBoundingClientRect();
    const inner = this.#track.getBoundingClientRect();
    this.readScroll();
    this.length = this.#axis === 'y' ? this.#scroller.clientHeight : this.#scroller.clientWidth;
    this.#trackStart = this.#inset(inner, outer) + this.scroll;
    return this.#axis === 'y' ? inner.width : inner.height;
  }

  readScroll(): void {
    this.scroll = this.#axis === 'y' ? this.#scroller.scrollTop : Math.abs(this.#scroller.scrollLeft);
  }

  /** Scrolls, as far as there is something to scroll to; `scroll` then says what came of it. */
  scrollTo(offset: number): void {
    if (this.#axis === 'y') this.#scroller.scrollTop = offset;
    else this.#scroller.scrollLeft = this.isMirrored ? -offset : offset;
    this.readScroll();
  }

  /** Scrolls as little as needed for the span of the track to be seen with some room around it. */
  reveal(start: number, size: number, room: number): void {
    const from = start + this.#trackStart - room;
    const end = start + size + this.#trackStart + room;
    if (from < this.scroll) this.scrollTo(Math.max(0, from));
    else if (end > this.scroll + this.length) this.scrollTo(end - this.length);
  }

  setTrackLength(pixels: number): void {
    const side = this.#axis === 'y' ? 'height' : 'width';
    const value = `${pixels}px`;
    if (this.#track.style[side] !== value) this.#track.style[side] = value;
  }

  /** How far into the track the leading edge of a box lies. `outer` is the scroller's box, given to spare a layout. */
  offsetOf(box: Box, outer: Box): number {
    return this.#inset(box, outer) + this.scroll - this.#trackStart;
  }

  /** Where a span of the track is in the viewport. */
  boxOfSpan(start: number, size: number): Box {
    const { left, top, right, width, height } = this.#track.getBoundingClientRect();
    if (this.#axis === 'y') return { left, top: top + start, width, height: size };
    return { left: this.isMirrored ? right - start - size : left + start, top, width: size, height };
  }

  #inset(box: Box, outer: Box): number {
    if (this.#axis === 'y') return box.top - outer.top;
    return this.isMirrored ? outer.left + outer.width - box.left - box.width : box.left - outer.left;
  }
}
