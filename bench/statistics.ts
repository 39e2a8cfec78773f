/** Percentiles of a set of samples, in their own unit. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((one, other) => one - other);
  return {
    count: sorted.length,
    p50: rounded(quantile(sorted, 0.5)),
    p95: rounded(quantile(sorted, 0.95)),
    p99: rounded(quantile(sorted, 0.99)),
  };
}

/** The value that a share of the samples doesn't exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The middle value; between two, their mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? sorted.at(-1) ?? 0)) / 2;
}

/** The median of each figure over repetitions, each figure by itself. */
export function medianOfEach<Name extends string>(
  repetitions: readonly Readonly<Record<Name, number>>[],
): Record<Name, number> {
  const names = Object.keys(repetitions[0] ?? {}) as Name[]; // the keys of the very record
  const entries = names.map((name) => [name, rounded(median(repetitions.map((one) => one[name])))] as const);
  return Object.fromEntries(entries) as Record<Name, number>; // made from those names
}

/** How a cost grows with size: the slope of log(cost) over log(size). 0 is "not at all", 1 is "as much as the size". */
export function growthExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(logs.map(({ x }) => x));
  const meanY = mean(logs.map(({ y }) => y));
  const covariance = mean(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  const variance = mean(logs.map(({ x }) => (x - meanX) ** 2));
  return rounded(covariance / variance);
}

/** Three digits after the point are more than any of this is exact to. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
