/** Functions that run in the page: each stands by itself, since only its text is sent there. */

export interface PageNotes {
  /** Milliseconds from navigation until a card was painted; 0 until then. */
  cardsAt: number;
  longTasks: number[];
}

declare global {
  interface Window {
    benchNotes: PageNotes;
  }
}

/** Before the page's own scripts: notes when the first card is painted, and every long task. */
export function watchLoading(): void {
  const notes: PageNotes = { cardsAt: 0, longTasks: [] };
  window.benchNotes = notes;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    const card = document.querySelector('[data-task]');
    if (card === null || card.getBoundingClientRect().height === 0) {
      requestAnimationFrame(look);
      return;
    }
    // A message sent in a frame arrives when that frame is painted.
    const painted = new MessageChannel();
    painted.port1.addEventListener('message', () => (notes.cardsAt = performance.now()));
    painted.port1.start();
    painted.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Scrolls the first column's list down for a number of frames; answers the time from each frame to the next. */
export function scrollFirstColumn(frames: number): Promise<number[]> {
  const list = document.querySelector('[data-task]')?.closest('ul')?.parentElement;
  if (!list) throw new Error('no list of cards');
  return new Promise((resolve) => {
    const intervals: number[] = [];
    let last = 0;
    const step = (now: number): void => {
      if (last > 0) intervals.push(now - last);
      last = now;
      list.scrollTop += 90;
      if (intervals.length < frames) requestAnimationFrame(step);
      else resolve(intervals);
    };
    requestAnimationFrame(step);
  });
}
