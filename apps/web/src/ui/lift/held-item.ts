import { boxOfElement, type Box } from '../list/box.ts';
import { LiftedCard } from './lifted-card.ts';
import type { Carrying, Dragging, Grip, Point, Target } from './lift-state.ts';
import type { AttachedList } from './liftable-list.ts';
import { nextTilt } from './tilt.ts';

type Lists = ReadonlyMap<string, AttachedList>;

/** Frames a drop may take to reach the list, before the card goes wherever the item then is. */
const FRAMES_TO_ARRIVE = 3;

/** The item in the hand: its picture, its ghost at home, the gap it has opened. From lifting until it has settled. */
export class HeldItem {
  readonly card: LiftedCard;
  readonly #grip: Grip;
  readonly #offset: Point;
  readonly #keepers: readonly AttachedList[];
  #home: AttachedList;
  #ids: readonly string[];
  #over: AttachedList | null = null;
  #after: string | null | undefined;
  readonly #ghosts: Set<AttachedList>;
  readonly #hadFocus: boolean;
  #hasEnded = false;

  private constructor(card: LiftedCard, { grip, home, offset, keepers, hadFocus }: Taken) {
    this.card = card;
    this.#grip = grip;
    this.#home = home;
    this.#ids = home.list.getIds();
    this.#offset = offset;
    this.#keepers = keepers;
    this.#hadFocus = hadFocus;
    this.#ghosts = new Set([home]);
  }

  /** Takes an item up; null when it isn't rendered any more. */
  static take(state: Dragging | Carrying, home: AttachedList, lists: Lists): HeldItem | null {
    const slot = home.list.slotOf(state.grip.id);
    const element = slot?.firstElementChild;
    if (!slot || !(element instanceof HTMLElement)) return null;
    const box = boxOfElement(element);
    const isCarried = state.name === 'carrying';
    const grip = isCarried ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : state.start;
    const hadFocus = slot.contains(document.activeElement);
    const card = new LiftedCard({ element, box, grip, by: isCarried ? 'keys' : 'pointer' });
    const keepers = keep(slot, home, lists);
    home.list.setGhost(state.grip.id);
    const offset = { x: grip.x - box.left, y: grip.y - box.top };
    return new HeldItem(card, { grip: state.grip, home, offset, keepers, hadFocus });
  }

  /** Moves the picture with the pointer, leaning with its speed. */
  follow(at: Point, elapsed: number): void {
    const next = { x: at.x - this.#offset.x, y: at.y - this.#offset.y };
    this.card.moveTo(next, nextTilt(this.card.tilt, next.x - this.card.box.left, elapsed));
  }

  followGap(box: Box | null): void {
    if (box) this.card.moveTo({ x: box.left, y: box.top }, 0);
  }

  /** Opens the gap at a place and marks its list; closes the one before. */
  show(target: Target | null, lists: Lists, isAllowed: boolean): void {
    const over = target ? (lists.get(target.listId) ?? null) : null;
    if (over !== this.#over) {
      this.#over?.list.hideGap();
      this.#over?.area.removeAttribute('data-lift-over');
      this.#after = undefined;
    }
    this.#over = over;
    if (!over || !target) return;
    const mark = isAllowed ? 'allowed' : 'refused';
    if (over.area.dataset.liftOver !== mark) over.area.dataset.liftOver = mark;
    if (!isAllowed) {
      if (this.#after !== undefined) over.list.hideGap();
      this.#after = undefined;
      return;
    }
    if (this.#after === target.after) return;
    this.#after = target.after;
    const size = over.list.axis === 'y' ? this.card.size.height : this.card.size.width;
    over.list.showGap({ id: this.#grip.id, after: target.after, size });
  }

  /** Whether the item is no longer among its list's ids; cheap while they are the same array as before. */
  hasLeft(ids: readonly string[]): boolean {
    if (ids === this.#ids) return false;
    this.#ids = ids;
    return !ids.includes(this.#grip.id);
  }

  rehome(home: AttachedList): void {
    this.#home.list.setGhost(null);
    this.#ghosts.delete(this.#home);
    this.#home = home;
    this.#ids = home.list.getIds();
    this.#haunt(home);
  }

  expectDrop(target: AttachedList | null): void {
    this.#home.list.expectDrop();
    if (!target) return;
    target.list.expectDrop();
    this.#haunt(target);
  }

  unmark(): void {
    this.#over?.area.removeAttribute('data-lift-over');
  }

  /** Closes the gap it has opened, where no drop did. */
  closeGap(): void {
    this.#over?.list.hideGap();
    this.#over = null;
  }

  /** Glides to where the item now is: in the list it was dropped into, or wherever else, or nowhere. */
  async settle(lists: Lists, listId: string): Promise<void> {
    const place = await this.#arrival(lists, listId);
    if (this.#hasEnded) return;
    this.closeGap();
    if (this.#hadFocus && isFocusFree()) place?.list.focus.to(this.#grip.id);
    await this.card.settle(place?.list.boxOf(this.#grip.id) ?? null);
    this.end();
  }

  /** The picture is gone, the item itself is seen again. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.closeGap();
    this.card.remove();
    for (const { list } of this.#ghosts) list.setGhost(null);
    this.#ghosts.clear();
    for (const { list } of this.#keepers) list.setKept(null);
  }

  #haunt(attached: AttachedList): void {
    attached.list.setGhost(this.#grip.id);
    this.#ghosts.add(attached);
  }

  async #arrival(lists: Lists, listId: string): Promise<AttachedList | null> {
    const has = (attached: AttachedList): boolean =>
      attached.kind === this.#grip.kind && attached.list.getIds().includes(this.#grip.id);
    for (let frame = 0; frame < FRAMES_TO_ARRIVE; frame += 1) {
      const wanted = lists.get(listId);
      if (wanted && has(wanted)) return wanted;
      await new Promise(requestAnimationFrame);
    }
    return [...lists.values()].find(has) ?? null;
  }
}

interface Taken {
  readonly grip: Grip;
  readonly home: AttachedList;
  readonly offset: Point;
  readonly keepers: readonly AttachedList[];
  readonly hadFocus: boolean;
}

/** Lists around this one keep the item rendered that holds it, though it may scroll away. */
function keep(slot: HTMLElement, home: AttachedList, lists: Lists): readonly AttachedList[] {
  const around = [...lists.values()].filter((each) => each !== home && each.element.contains(slot));
  for (const { list } of around) list.setKept(list.itemAround(slot)?.id ?? null);
  return around;
}

function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('[data-ghost]') !== null;
}
