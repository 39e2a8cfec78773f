import type { Metrics } from '../metrics/metrics.ts';
import type { BusState } from './bus.ts';

interface Count {
  inc(): void;
}

export interface BusMetrics {
  readonly sent: Count;
  readonly heard: Count;
  readonly dropped: Count;
}

export function createBusMetrics(metrics: Metrics, state: () => BusState): BusMetrics {
  metrics.gauge('talka_bus_up', 'Whether messages travel between servers.', () => (state() === 'up' ? 1 : 0));
  return {
    sent: metrics.counter('talka_bus_sent_total', 'Messages sent to other servers.'),
    heard: metrics.counter('talka_bus_heard_total', 'Messages heard from other servers.'),
    dropped: metrics.counter('talka_bus_dropped_total', 'Messages to other servers that could not be sent.'),
  };
}
