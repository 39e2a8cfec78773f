/** Who wants to hear of which row or list; told once per batch of changes. */
export class Subscriptions {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #touched = new Set<string>();

  /** Notes that a row (`task/ID`) or list (`task@PARENT`) was replaced; told at the next flush. */
  touch(key: string): void {
    if (this.#listeners.has(key)) this.#touched.add(key);
  }

  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  }

  flush(): void {
    if (this.#touched.size === 0) return;
    const keys = [...this.#touched];
    this.#touched.clear();
    for (const key of keys) for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }

  /** Everything may be different: tells everybody. */
  flushAll(): void {
    this.#touched.clear();
    for (const listeners of [...this.#listeners.values()]) for (const listener of [...listeners]) listener();
  }
}
