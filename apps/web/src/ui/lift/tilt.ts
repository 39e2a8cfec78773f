/** Degrees a lifted card tilts at most. */
const MOST = 5;
/** Degrees for each pixel a millisecond. */
const PER_SPEED = 3.2;
/** Milliseconds in which a card nearly takes a new tilt. */
const EASE_MS = 90;

/** The tilt after a frame of `elapsed` ms in which the card moved `dx` pixels sideways: it leans with its speed. */
export function nextTilt(tilt: number, dx: number, elapsed: number): number {
  if (elapsed <= 0) return tilt;
  const wanted = Math.max(-MOST, Math.min(MOST, (dx / elapsed) * PER_SPEED));
  const eased = tilt + (wanted - tilt) * (1 - Math.exp(-elapsed / EASE_MS));
  return Math.abs(eased) < 0.02 ? 0 : eased;
}
