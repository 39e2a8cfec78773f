const ATTEMPT_EVERY_MS = 150;

/** Tries until it works or the time is over; a server that is just stopping gets to its end meanwhile. */
export async function tryFor(milliseconds: number, attempt: () => Promise<boolean> | boolean): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    if (await attempt()) return true;
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, ATTEMPT_EVERY_MS));
  }
}
