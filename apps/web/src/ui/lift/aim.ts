import { boxOfElement, type Axis, type Box } from '../list/box.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { findList, listBeside, type ListBox } from './find-list.ts';
import type { AttachedList } from './liftable-list.ts';
import type { Grip, Point, Target } from './lift-state.ts';
import { afterAt } from './place.ts';

interface Known {
  readonly attached: AttachedList;
  readonly area: Box;
  readonly outer: Box;
}

/** Finds the place a lifted item is over, from boxes that are read once and again only after something scrolled. */
export class Aim {
  readonly #edges = new EdgeScroll();
  readonly #lists: ReadonlyMap<string, AttachedList>;
  readonly #scrollers: ReadonlyMap<HTMLElement, Axis>;
  #known: readonly Known[] = [];
  #isStale = true;
  #over: string | null = null;

  constructor(lists: ReadonlyMap<string, AttachedList>, scrollers: ReadonlyMap<HTMLElement, Axis>) {
    this.#lists = lists;
    this.#scrollers = scrollers;
  }

  /** Something scrolled, came or went: boxes are read again at the next frame. */
  readonly forget = (): void => {
    this.#isStale = true;
  };

  at(point: Point, card: Box, grip: Grip): Target | null {
    this.#read(grip);
    const over = findList(this.#boxes(), point);
    if (over !== this.#over) this.forget();
    this.#over = over;
    return over === null ? null : this.placeIn(over, card, grip);
  }

  /** The place in a list that is nearest to the card's box. */
  placeIn(listId: string, card: Box, grip: Grip): Target | null {
    const found = this.#known.find(({ attached }) => attached.id === listId);
    if (!found) return null;
    const { list } = found.attached;
    const index = list.indexAt(card, found.outer, grip.id);
    return { listId, after: afterAt(list.getIds(), index, grip.id) };
  }

  beside(listId: string, step: -1 | 1, grip: Grip): string | null {
    this.#isStale = true;
    this.#read(grip);
    return listBeside(this.#boxes(), listId, step);
  }

  scroll(point: Point, now: number, elapsed: number): void {
    this.#edges.step(point, now, elapsed);
  }

  #boxes(): readonly ListBox[] {
    return this.#known.map(({ attached, area }) => ({ id: attached.id, box: area }));
  }

  #read(grip: Grip): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const ofKind = [...this.#lists.values()].filter(({ kind }) => kind === grip.kind);
    this.#known = ofKind.map((attached) => ({
      attached,
      area: boxOfElement(attached.area),
      outer: boxOfElement(attached.element),
    }));
    this.#edges.setScrollers(this.#scrollersFor(grip));
  }

  /** The list aimed at, and every scroller around it. */
  #scrollersFor(grip: Grip): ReadonlyMap<HTMLElement, Axis> {
    const found = new Map(this.#scrollers);
    for (const { id, kind, list, element } of this.#lists.values()) {
      const isAround = kind !== grip.kind && this.#known.some(({ attached }) => element.contains(attached.element));
      if (id === this.#over || isAround) found.set(element, list.axis);
    }
    return found;
  }
}
