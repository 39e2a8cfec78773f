import { createPrefixSums, type PrefixSums } from './prefix-sums.ts';

export interface SizeRules {
  /** Pixels an item will probably take, before it has been seen. */
  estimate(id: string): number;
  /** Pixels between two items. */
  readonly gap: number;
}

const WIDTHS_KEPT = 3;

/** Which items a list has and how long each is: measured where it was seen at this width, estimated elsewhere. */
export class ListSizes {
  ids: readonly string[] = [];
  sums: PrefixSums = createPrefixSums(new Float64Array());
  readonly #rules: SizeRules;
  #measured = new Map<string, number>();
  readonly #byBreadth = new Map<number, Map<string, number>>();

  constructor(rules: SizeRules) {
    this.#rules = rules;
  }

  /** Sizes at both ends that didn't change are copied, so that one move in 10,000 asks for few estimates. */
  setIds(ids: readonly string[]): void {
    const old = this.ids;
    const head = sharedHead(old, ids);
    const tail = sharedTail(old, ids, head);
    const sizes = new Float64Array(ids.length);
    for (let at = 0; at < head; at += 1) sizes[at] = this.sums.sizeAt(at);
    for (let at = head; at < ids.length - tail; at += 1) sizes[at] = this.#sizeOf(ids[at] ?? '');
    for (let at = ids.length - tail; at < ids.length; at += 1) {
      sizes[at] = this.sums.sizeAt(at - ids.length + old.length);
    }
    this.ids = ids;
    this.sums = createPrefixSums(sizes);
  }

  isMeasured(id: string): boolean {
    return this.#measured.has(id);
  }

  measure(index: number, size: number): void {
    const id = this.ids[index];
    if (id === undefined) return;
    this.#measured.set(id, size);
    this.sums.setSize(index, size + this.#rules.gap);
  }

  /** Another width (or height, for a row) has other measures; a few widths are kept, for turning a phone back. */
  setBreadth(breadth: number): void {
    const kept = this.#byBreadth.get(breadth);
    if (kept === this.#measured) return;
    this.#measured = kept ?? new Map<string, number>();
    this.#byBreadth.delete(breadth);
    this.#byBreadth.set(breadth, this.#measured);
    const [oldest] = this.#byBreadth.keys();
    if (this.#byBreadth.size > WIDTHS_KEPT && oldest !== undefined) this.#byBreadth.delete(oldest);
    this.#rebuild();
  }

  /** Forgets every measure: what the items show has changed (cards became titles). */
  forget(): void {
    this.#byBreadth.clear();
    this.#measured = new Map();
    this.#rebuild();
  }

  #rebuild(): void {
    this.sums = createPrefixSums(Float64Array.from(this.ids, (id) => this.#sizeOf(id)));
  }

  #sizeOf(id: string): number {
    return (this.#measured.get(id) ?? this.#rules.estimate(id)) + this.#rules.gap;
  }
}

function sharedHead(old: readonly string[], ids: readonly string[]): number {
  const most = Math.min(old.length, ids.length);
  let count = 0;
  while (count < most && old[count] === ids[count]) count += 1;
  return count;
}

function sharedTail(old: readonly string[], ids: readonly string[], head: number): number {
  const most = Math.min(old.length, ids.length) - head;
  let count = 0;
  while (count < most && old[old.length - 1 - count] === ids[ids.length - 1 - count]) count += 1;
  return count;
}
