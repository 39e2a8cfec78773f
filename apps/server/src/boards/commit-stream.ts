import type { Committed } from '@talka/domain/wire';

/** Commits of a board on their way to its pages: in order and each once, whichever node made them. */
export class CommitStream {
  readonly #waiting = new Map<number, Committed>();
  #passed: number;

  /** @param passed number of the last commit that the pages have */
  constructor(passed: number) {
    this.#passed = passed;
  }

  get passed(): number {
    return this.#passed;
  }

  /** How many wait for their turn. */
  get size(): number {
    return this.#waiting.size;
  }

  add(committed: readonly Committed[]): void {
    for (const one of committed) if (one.s > this.#passed) this.#waiting.set(one.s, one);
  }

  /** Those that follow a number without a gap. */
  after(seq: number): readonly Committed[] {
    const found: Committed[] = [];
    for (let one = this.#waiting.get(seq + 1); one !== undefined; one = this.#waiting.get(one.s + 1)) found.push(one);
    return found;
  }

  /** Passes on what follows the last without a gap, up to a number. */
  pass(upTo: number): readonly Committed[] {
    const next = this.after(this.#passed).filter(({ s }) => s <= upTo);
    this.#passed += next.length;
    for (const { s } of next) this.#waiting.delete(s);
    return next;
  }

  /** Drops all that wait: they are of a past that is no more. */
  forget(): void {
    this.#waiting.clear();
  }

  /** Gives up on whatever is missing before a number; also goes back, to a board that was restored. */
  skipTo(seq: number): void {
    this.#passed = seq;
    for (const s of this.#waiting.keys()) if (s <= seq) this.#waiting.delete(s);
  }
}
