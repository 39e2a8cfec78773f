import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.ts';

const EVENT_LOOP_PRECISION_MS = 50;

/** A registry of its own, with the process's figures (memory, CPU, event loop, garbage collection). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS });
  return {
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge(name, help, read) {
      if (!read) return new Gauge({ name, help, registers });
      return new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
    histogram: (name, help, { buckets, labels = [] }) =>
      new Histogram({ name, help, buckets: [...buckets], labelNames: [...labels], registers }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
