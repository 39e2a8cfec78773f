/** Pixels from an edge within which a lifted item scrolls; at most a quarter of the scroller. */
const ZONE = 72;
/** Pixels a second, with the pointer at the edge or beyond. */
const FASTEST = 1_400;
/** Milliseconds until the full speed, so that brushing an edge hardly scrolls. */
const RAMP = 400;

/**
 * How fast to scroll, in pixels a second (negative: back), with the pointer at `at` over a scroller from `start`, of
 * `length`; `since` is for how many milliseconds it has been near an edge. The nearer to the edge, the faster.
 */
export function edgeSpeed(at: number, start: number, length: number, since: number): number {
  const zone = Math.min(ZONE, length / 4);
  if (zone <= 0) return 0;
  const intoStart = (start + zone - at) / zone;
  const intoEnd = (at - (start + length - zone)) / zone;
  const into = Math.min(1, Math.max(intoStart, intoEnd, 0));
  const speed = FASTEST * into * into * Math.min(1, since / RAMP);
  return intoStart > intoEnd ? -speed : speed;
}
