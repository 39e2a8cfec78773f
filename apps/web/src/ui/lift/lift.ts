import { announce } from '../announce.ts';
import type { Axis } from '../list/box.ts';
import { boxOfElement } from '../list/box.ts';
import { Aim } from './aim.ts';
import { spokenPlace } from './lift-sentences.ts';
import { HeldItem } from './held-item.ts';
import { LiftInput } from './lift-input.ts';
import type { Drop, LiftOptions, ListToLift } from './lift-options.ts';
import {
  IDLE,
  type Carrying,
  type Dragging,
  type Grip,
  type LiftEvent,
  type LiftState,
  type Settling,
  type Target,
} from './lift-state.ts';
import type { AttachedList } from './liftable-list.ts';
import { carryMove } from './carry-move.ts';
import { placeOf } from './place.ts';
import { reduceLift } from './reduce-lift.ts';
import { stepWithin } from './step-target.ts';

/** Milliseconds a finger rests before it lifts. */
const TOUCH_HOLD_MS = 180;

export function createLift(options: LiftOptions): Lift {
  return new Lift(options);
}

/** The drag of a screen: pointer and keyboard, among all lists attached to it. Lives as long as the screen. */
export class Lift {
  readonly #options: LiftOptions;
  readonly #lists = new Map<string, AttachedList>();
  readonly #scrollers = new Map<HTMLElement, Axis>();
  readonly #aim = new Aim(this.#lists, this.#scrollers);
  readonly #input: LiftInput;
  #state: LiftState = IDLE;
  #held: HeldItem | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #lastFrame = 0;

  constructor(options: LiftOptions) {
    this.#options = options;
    this.#input = new LiftInput({
      getState: () => this.#state,
      dispatch: (event) => this.#dispatch(event),
      pick: (grip) => this.#pick(grip),
      carryKey: (key) => this.#carryKey(key),
      canLift: ({ id, kind, listId }) => options.canLift?.({ id, kind, list: listId }) ?? true,
      boxesMoved: this.#aim.forget,
    });
  }

  /** Lets items be lifted from and put into a list; returns what undoes it. */
  attachList(element: HTMLElement, { id, kind, list, area, handle }: ListToLift): () => void {
    const attached: AttachedList = { id, kind, list, element, area: area ?? element, handle: handle ?? null };
    this.#lists.set(id, attached);
    this.#aim.forget();
    const unlisten = this.#input.attach(attached);
    return () => {
      unlisten();
      if (this.#lists.get(id) === attached) this.#lists.delete(id);
      this.#aim.forget();
    };
  }

  /** Lets an element that is no list of this lift scroll when an item is held near its edge. */
  attachScroller(element: HTMLElement, axis: Axis): () => void {
    this.#scrollers.set(element, axis);
    return () => this.#scrollers.delete(element);
  }

  /** Ends what is going on, the item back home. For a screen that goes away, or a dialog that comes over it. */
  cancel(): void {
    this.#dispatch({ name: 'cancelled' });
  }

  get isLifting(): boolean {
    return this.#state.name === 'dragging' || this.#state.name === 'carrying';
  }

  #dispatch(event: LiftEvent): void {
    const before = this.#state;
    const next = reduceLift(before, event);
    if (next === before) return;
    this.#state = next;
    if (next.name !== before.name) this.#enter(next, before);
    else if (next.name === 'carrying' && before.name === 'carrying' && next.target !== before.target) {
      this.#carried(next);
    }
  }

  #enter(state: LiftState, before: LiftState): void {
    clearTimeout(this.#timer);
    if (before.name === 'settling') {
      this.#held?.end();
      this.#held = null;
    }
    switch (state.name) {
      case 'idle':
        this.#input.rest();
        return;
      case 'pressing':
        this.#input.watch();
        if (state.pointer === 'touch') this.#timer = setTimeout(() => this.#dispatch({ name: 'held' }), TOUCH_HOLD_MS);
        return;
      case 'dragging':
        this.#lift(state);
        return;
      case 'carrying':
        this.#input.watch();
        this.#lift(state);
        return;
      case 'settling':
        this.#letGo(state);
    }
  }

  #lift(state: Dragging | Carrying): void {
    const home = this.#lists.get(state.grip.listId);
    const held = home ? HeldItem.take(state, home, this.#lists) : null;
    this.#held = held;
    if (!held) {
      this.#dispatch({ name: 'gone' });
      return;
    }
    this.#mark(true);
    this.#aim.forget();
    if (state.name === 'carrying') this.#carried(state);
    else this.#input.capture(held.card.sheet, state.pointerId);
    this.#lastFrame = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#nextFrame(now));
  }

  #nextFrame(now: number): void {
    const elapsed = Math.min(64, Math.max(1, now - this.#lastFrame));
    this.#lastFrame = now;
    this.#checkHome();
    if (this.#state.name === 'dragging') this.#dragFrame(this.#state, now, elapsed);
    if (this.#state.name === 'carrying') this.#carryFrame(this.#state);
    if (this.isLifting) this.#frame = requestAnimationFrame((next) => this.#nextFrame(next));
  }

  #dragFrame(state: Dragging, now: number, elapsed: number): void {
    const held = this.#held;
    if (!held) return;
    held.follow(state.at, elapsed);
    const aimed = this.#aim.at(state.at, held.card.box, state.grip);
    this.#aim.scroll(state.at, now, elapsed);
    const isAllowed = aimed !== null && this.#mayDrop(state.grip, aimed);
    held.show(aimed, this.#lists, isAllowed);
    this.#dispatch({ name: 'aimed', target: isAllowed ? aimed : null });
  }

  #carryFrame({ target }: Carrying): void {
    this.#held?.show(target, this.#lists, true);
    this.#held?.followGap(this.#lists.get(target.listId)?.list.boxOfGap() ?? null);
  }

  /** Others may have moved or deleted the item meanwhile. */
  #checkHome(): void {
    if (this.#state.name !== 'dragging' && this.#state.name !== 'carrying') return;
    const { grip } = this.#state;
    const home = this.#lists.get(grip.listId);
    if (!this.#held || (home && !this.#held.hasLeft(home.list.getIds()))) return;
    const now = [...this.#lists.values()].find(
      ({ kind, list }) => kind === grip.kind && list.getIds().includes(grip.id),
    );
    if (!now) this.#dispatch({ name: 'gone' });
    else {
      this.#held.rehome(now);
      this.#dispatch({ name: 'rehomed', listId: now.id });
    }
  }

  #pick(grip: Grip): void {
    const home = this.#lists.get(grip.listId);
    if (!home) return;
    this.#dispatch({ name: 'picked', grip, target: placeOf(grip.listId, home.list.getIds(), grip.id) });
    if (this.#state.name === 'carrying') this.#say('lifted', grip, this.#state.target);
  }

  #carryKey(key: string): void {
    if (this.#state.name !== 'carrying' || !this.#held) return;
    const { grip, target } = this.#state;
    const at = this.#lists.get(target.listId);
    if (!at) return;
    const isMirrored = getComputedStyle(at.element).direction === 'rtl';
    const move = carryMove(key, at.list.axis, isMirrored);
    if (!move) return;
    const next =
      move.kind === 'within'
        ? stepWithin(at.list.getIds(), grip.id, target, move.step)
        : this.#placeBeside(grip, at, move.step);
    if (!next || (next.listId === target.listId && next.after === target.after)) return;
    if (!this.#mayDrop(grip, next)) {
      this.#say('refused', grip, next);
      return;
    }
    this.#dispatch({ name: 'aimed', target: next });
    this.#say('moved', grip, next);
  }

  #placeBeside(grip: Grip, from: AttachedList, step: -1 | 1): Target | null {
    const box = from.list.boxOfGap() ?? boxOfElement(from.element);
    const beside = this.#aim.beside(from.id, step, grip);
    return beside === null ? null : this.#aim.placeIn(beside, box, grip);
  }

  #carried({ target }: Carrying): void {
    const at = this.#lists.get(target.listId);
    this.#held?.show(target, this.#lists, true);
    at?.area.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    at?.list.revealGap();
  }

  #letGo(state: Settling): void {
    cancelAnimationFrame(this.#frame);
    if (state.by === 'pointer') this.#input.swallowClick();
    this.#input.rest();
    this.#mark(false);
    const held = this.#held;
    if (!held) {
      this.#dispatch({ name: 'settled' });
      return;
    }
    held.unmark();
    void this.#settle(held, this.#end(state, held));
  }

  /** Drops the item, or leaves it; tells, and returns the list it should end up in. */
  #end({ grip, by, end }: Settling, held: HeldItem): string {
    const why = end.kind === 'returned' ? end.why : this.#isHome(grip, end.target) ? 'nowhere' : null;
    if (why !== null || end.kind === 'returned') {
      if (by === 'keys' || why === 'gone') announce(this.#options.sentences.returned(grip.id, why ?? 'nowhere'));
      return grip.listId;
    }
    if (by === 'keys') this.#say('dropped', grip, end.target);
    held.expectDrop(this.#lists.get(end.target.listId) ?? null);
    this.#options.onDrop(dropOf(grip, end.target));
    return end.target.listId;
  }

  async #settle(held: HeldItem, listId: string): Promise<void> {
    await held.settle(this.#lists, listId);
    if (this.#held === held) this.#dispatch({ name: 'settled' });
  }

  /** For the page's styles: a board must not snap to its columns while something is held. */
  #mark(isLifting: boolean): void {
    for (const { element } of this.#lists.values()) element.toggleAttribute('data-lifting', isLifting);
    for (const element of this.#scrollers.keys()) element.toggleAttribute('data-lifting', isLifting);
  }

  #isHome(grip: Grip, target: Target): boolean {
    const ids = this.#lists.get(grip.listId)?.list.getIds() ?? [];
    return target.listId === grip.listId && placeOf(grip.listId, ids, grip.id).after === target.after;
  }

  #mayDrop(grip: Grip, target: Target): boolean {
    return this.#options.canDrop?.(dropOf(grip, target)) ?? true;
  }

  #say(what: 'lifted' | 'moved' | 'dropped' | 'refused', grip: Grip, target: Target): void {
    const ids = this.#lists.get(target.listId)?.list.getIds() ?? [];
    announce(this.#options.sentences[what](spokenPlace(grip, target, ids)));
  }
}

function dropOf({ id, kind, listId }: Grip, target: Target): Drop {
  return { id, kind, fromList: listId, toList: target.listId, after: target.after };
}
