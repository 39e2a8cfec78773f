/** Lets so many callers work at a time and so many wait; the others are told to come back. */
export interface Gate {
  /** @throws what `full` makes, when too many wait already */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(atOnce: number, waiting: number, full: () => Error): Gate {
  let running = 0;
  const queue: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw full();
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  // The place of the one who leaves goes to the next in the queue, so `running` stays as it is.
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
