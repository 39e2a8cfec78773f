import { anchorsIn, anchorShift, type Anchor } from './anchor-shift.ts';
import type { Axis, Box } from './box.ts';
import { insertionIndex, startOfGap, startWithGap, totalWithGap, type Gap } from './gap.ts';
import { areSameRows, rowsOf, type Row } from './list-rows.ts';
import { ListSizes } from './list-sizes.ts';
import { ListViewport } from './list-viewport.ts';
import { resolveGap, type GapRequest } from './resolve-gap.ts';
import type { ListWindowOptions } from './list-window-options.ts';
import { RovingFocus } from './roving-focus.ts';
import { SlotTable } from './slot-table.ts';
import { coversView, EMPTY_RANGE, visibleRange, type Range } from './visible-range.ts';

const OVERSCAN = 400;
const REVEAL_ROOM = 12;

export function createListWindow(options: ListWindowOptions): ListWindow {
  return new ListWindow(options);
}

/** One windowed list: which items are rendered, and where each lies. It outlives its component, and keeps its scroll. */
export class ListWindow {
  readonly axis: Axis;
  readonly focus: RovingFocus;
  readonly #gapSize: number;
  readonly #overscan: number;
  readonly #sizes: ListSizes;
  readonly #slots: SlotTable;
  readonly #listeners = new Set<() => void>();
  #viewport: ListViewport | null = null;
  #observer: ResizeObserver | null = null;
  #range: Range = EMPTY_RANGE;
  #rows: readonly Row[] = [];
  #seen: readonly Anchor[] | null = null;
  #asked: GapRequest | null = null;
  #gap: Gap | null = null;
  #ghost: string | null = null;
  #kept: string | null = null;
  #keptScroll = 0;
  #isDropExpected = false;

  constructor({ estimate, gap = 0, overscan = OVERSCAN, axis = 'y', roving = axis === 'y' }: ListWindowOptions) {
    this.axis = axis;
    this.#gapSize = gap;
    this.#overscan = overscan;
    this.#sizes = new ListSizes({ estimate, gap });
    this.#slots = new SlotTable(axis);
    this.focus = new RovingFocus({
      isRoving: roving,
      axis,
      slots: this.#slots,
      getIds: this.getIds,
      reveal: (id) => this.scrollToId(id),
      changed: () => this.#refresh(),
    });
  }

  readonly getIds = (): readonly string[] => this.#sizes.ids;
  readonly getRows = (): readonly Row[] => this.#rows;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the items; safe while React renders, for it touches no element and the same ids change nothing. */
  setIds(ids: readonly string[]): void {
    if (ids === this.#sizes.ids) return;
    this.#seen ??= this.#visibleAnchors();
    this.#sizes.setIds(ids);
    this.focus.idsChanged();
    if (this.#isDropExpected) this.#asked = null;
    this.#isDropExpected = false;
    this.#resolveGap();
    this.#updateRows(true);
  }

  attach(scroller: HTMLElement, track: HTMLElement): () => void {
    const viewport = new ListViewport(this.axis, scroller, track);
    const observer = new ResizeObserver((entries) => this.#resized(entries, scroller));
    const scrolled = (): void => this.#scrolled();
    this.#viewport = viewport;
    this.#observer = observer;
    this.#slots.isMirrored = viewport.isMirrored;
    observer.observe(scroller);
    for (const { id } of this.#rows) this.#observe(id);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    const unfocus = this.focus.attach(track, viewport.isMirrored);
    return () => {
      this.#keptScroll = viewport.scroll;
      this.#viewport = null;
      this.#observer = null;
      observer.disconnect();
      scroller.removeEventListener('scroll', scrolled);
      unfocus();
    };
  }

  addSlot(id: string, element: HTMLElement): () => void {
    this.#slots.add(id, element);
    this.#observer?.observe(element);
    element.toggleAttribute('data-ghost', id === this.#ghost);
    this.focus.slotAdded(id);
    return () => {
      this.#observer?.unobserve(element);
      this.#slots.delete(id, element);
    };
  }

  /** Writes every rendered item's place, keeping what is seen where it is. React calls it after each commit. */
  place(glides = true): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const total = totalWithGap(this.#sizes.sums, this.#gap);
    viewport.setTrackLength(Math.max(0, total - this.#gapSize));
    this.#restoreScroll(viewport);
    const before = viewport.scroll;
    const shift = before > 0 && this.#seen ? anchorShift(this.#seen, (id) => this.#startOf(id)) : 0;
    if (shift !== 0) viewport.scrollTo(before + shift);
    this.#seen = null;
    const glideBeside = glides ? viewport.scroll - before : null;
    for (const { id, index } of this.#rows) {
      const start = startWithGap(this.#sizes.sums, index, this.#gap);
      this.#slots.place(id, { start, glideBeside });
    }
    if (shift !== 0) this.#refresh();
  }

  /** Scrolls as little as needed for the item to be seen whole. */
  scrollToId(id: string): void {
    const index = this.#sizes.ids.indexOf(id);
    if (index === -1) return;
    const size = this.#sizes.sums.sizeAt(index) - this.#gapSize;
    this.#viewport?.reveal(startWithGap(this.#sizes.sums, index, this.#gap), size, REVEAL_ROOM);
    this.#refresh();
  }

  /** Forgets all measures, when every item is about to look different (another zoom). */
  remeasure(): void {
    this.#seen ??= this.#visibleAnchors();
    this.#sizes.forget();
    this.#refresh();
    this.place(false);
  }

  // What a drag asks of its lists (see ../lift/lane.ts).

  itemAround(inner: Element): { readonly id: string; readonly slot: HTMLElement } | null {
    return this.#slots.around(inner);
  }

  indexAt(card: Box, outer: Box, lifted: string): number {
    const edge = this.#viewport?.offsetOf(card, outer) ?? 0;
    return insertionIndex(this.#sizes.sums, edge, this.#sizes.ids.indexOf(lifted));
  }

  showGap(asked: GapRequest): void {
    this.#asked = { ...asked, size: asked.size + this.#gapSize };
    this.#isDropExpected = false;
    this.#resolveGap();
    this.#refresh();
    this.place();
  }

  hideGap(): void {
    this.#isDropExpected = false;
    if (!this.#asked) return;
    this.#asked = null;
    this.#gap = null;
    this.#refresh();
    this.place();
  }

  /** The next change of the items is the drop itself: the gap then closes with it, and nothing is seen to move. */
  expectDrop(): void {
    this.#isDropExpected = true;
  }

  setGhost(id: string | null): void {
    if (this.#ghost !== null) this.#slots.element(this.#ghost)?.removeAttribute('data-ghost');
    this.#ghost = id;
    if (id !== null) this.#slots.element(id)?.setAttribute('data-ghost', '');
    this.#refresh();
  }

  setKept(id: string | null): void {
    this.#kept = id;
    this.#refresh();
  }

  slotOf(id: string): HTMLElement | null {
    return this.#slots.element(id);
  }

  revealGap(): void {
    if (!this.#gap) return;
    this.#viewport?.reveal(startOfGap(this.#sizes.sums, this.#gap), this.#spanOfGap(this.#gap), REVEAL_ROOM);
  }

  boxOfGap(): Box | null {
    if (!this.#gap || !this.#viewport) return null;
    return this.#viewport.boxOfSpan(startOfGap(this.#sizes.sums, this.#gap), this.#spanOfGap(this.#gap));
  }

  boxOf(id: string): Box | null {
    const index = this.#sizes.ids.indexOf(id);
    if (index === -1 || !this.#viewport) return null;
    const size = this.#sizes.sums.sizeAt(index) - this.#gapSize;
    return this.#viewport.boxOfSpan(startWithGap(this.#sizes.sums, index, this.#gap), size);
  }

  // Inside.

  #startOf(id: string): number | null {
    const index = this.#sizes.ids.indexOf(id);
    return index === -1 ? null : startWithGap(this.#sizes.sums, index, this.#gap);
  }

  #spanOfGap(gap: Gap): number {
    return (gap.lifted === -1 ? gap.size : this.#sizes.sums.sizeAt(gap.lifted)) - this.#gapSize;
  }

  #observe(id: string): void {
    const element = this.#slots.element(id);
    if (element) this.#observer?.observe(element);
  }

  #resolveGap(): void {
    this.#gap = this.#asked && resolveGap(this.#sizes.ids, this.#asked, this.#gap);
  }

  #visibleAnchors(): readonly Anchor[] {
    const view = this.#viewport?.view;
    if (!view) return [];
    const placed = this.#rows.map(({ id, index }) => {
      return { id, start: this.#slots.startOf(id), size: this.#sizes.sums.sizeAt(index) };
    });
    return anchorsIn(placed, view).filter(({ id }) => id !== this.#ghost);
  }

  #restoreScroll(viewport: ListViewport): void {
    if (this.#keptScroll === 0) return;
    viewport.scrollTo(this.#keptScroll);
    this.#keptScroll = 0;
  }

  #scrolled(): void {
    this.#viewport?.readScroll();
    this.#refresh();
  }

  #resized(entries: readonly ResizeObserverEntry[], scroller: HTMLElement): void {
    this.#seen ??= this.#visibleAnchors();
    let isKnown = true;
    for (const entry of entries) {
      if (entry.target === scroller) this.#viewResized();
      else isKnown = this.#slotResized(entry) && isKnown;
    }
    this.#refresh();
    this.place(isKnown);
  }

  #viewResized(): void {
    const breadth = this.#viewport?.measure() ?? 0;
    if (breadth > 0) this.#sizes.setBreadth(Math.round(breadth));
  }

  /** Returns whether the item had been measured before: only then was it seen to change. */
  #slotResized({ target, borderBoxSize }: ResizeObserverEntry): boolean {
    const id = this.#slots.idOf(target);
    const row = this.#rows.find((each) => each.id === id);
    const [box] = borderBoxSize;
    if (!row || !box) return true;
    const wasMeasured = this.#sizes.isMeasured(row.id);
    const size = this.axis === 'y' ? box.blockSize : box.inlineSize;
    if (size > 0) this.#sizes.measure(row.index, size);
    return wasMeasured;
  }

  #refresh(): void {
    if (!this.#updateRows(false)) return;
    for (const listener of this.#listeners) listener();
  }

  #updateRows(isForced: boolean): boolean {
    const view = this.#viewport?.view ?? { from: this.#keptScroll, length: window.innerHeight };
    const isCovered = coversView(this.#sizes.sums, this.#range, view, this.#overscan / 4);
    if (isForced || !isCovered) this.#range = visibleRange(this.#sizes.sums, view, this.#overscan);
    const held = [this.focus.held, this.#ghost, this.#kept];
    const rows = rowsOf(this.#sizes.ids, { range: this.#range, held, active: this.focus.active });
    if (!isForced && areSameRows(rows, this.#rows)) return false;
    this.#rows = rows;
    return true;
  }
}
