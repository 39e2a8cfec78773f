import type { Counter, Gauge, Histogram } from 'prom-client';

/** What the server measures about itself, in the format of Prometheus. Names begin with `talka_`. */
export interface Metrics {
  counter<Label extends string = never>(name: string, help: string, labels?: readonly Label[]): Counter<Label>;
  /** @param read gives the value when asked for; without it the caller sets the gauge */
  gauge(name: string, help: string, read?: () => number | Promise<number>): Gauge;
  /** @param options.buckets upper bounds in seconds (or the unit of the name) */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    options: { readonly buckets: readonly number[]; readonly labels?: readonly Label[] },
  ): Histogram<Label>;
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}
