/** What a server measured about itself at one moment. */
interface Sample {
  readonly atSecond: number;
  readonly rssBytes: number;
  readonly lagP99Ms: number;
}

const SAMPLE_EVERY_MS = 2_000;

/** Watches the memory and the event loop of servers, each by its port, until `stop`. */
export class Gauges {
  readonly #urls: readonly string[];
  readonly #samples = new Map<string, Sample[]>();
  readonly #timer: NodeJS.Timeout;
  readonly #begun = performance.now();

  constructor(urls: readonly string[]) {
    this.#urls = urls;
    this.#timer = setInterval(() => void this.#sample(), SAMPLE_EVERY_MS);
  }

  /** A server that was killed begins anew. */
  forget(url: string): void {
    this.#samples.delete(url);
  }

  /** The largest growth of any server from the middle of its run to its end, in bytes; and the largest delay there. */
  stop(): { readonly rssGrowthBytes: number; readonly rssBytes: number; readonly lagP99Ms: number } {
    clearInterval(this.#timer);
    const grown = [...this.#samples.values()].map((samples) => {
      const warm = samples.slice(Math.floor(samples.length / 2));
      const third = Math.max(1, Math.floor(warm.length / 3));
      const [before, after] = [warm.slice(0, third), warm.slice(-third)].map((some) =>
        median(some.map((one) => one.rssBytes)),
      );
      return {
        growth: (after ?? 0) - (before ?? 0),
        rss: after ?? 0,
        lag: Math.max(0, ...warm.map((one) => one.lagP99Ms)),
      };
    });
    return {
      rssGrowthBytes: Math.max(0, ...grown.map(({ growth }) => growth)),
      rssBytes: Math.max(0, ...grown.map(({ rss }) => rss)),
      lagP99Ms: Math.max(0, ...grown.map(({ lag }) => lag)),
    };
  }

  async #sample(): Promise<void> {
    for (const url of this.#urls) {
      const text = await fetch(`${url}/metrics`).then(
        (answer) => answer.text(),
        () => null,
      );
      if (text === null) continue; // it was killed a moment ago
      const samples = this.#samples.get(url) ?? [];
      this.#samples.set(url, samples);
      samples.push({
        atSecond: (performance.now() - this.#begun) / 1_000,
        rssBytes: valueOf(text, 'process_resident_memory_bytes'),
        lagP99Ms: valueOf(text, 'nodejs_eventloop_lag_p99_seconds') * 1_000,
      });
    }
  }
}

function valueOf(text: string, name: string): number {
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
