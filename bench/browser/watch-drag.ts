export interface DragFigures {
  /** From the pointer's movement that makes it a drag to the lifted card painted. */
  readonly pickUpMs: number;
  /** From letting go to the card painted in the list of its new column. */
  readonly moveToPaintMs: number;
  /** The same until it lies there at rest, the glide of 180 ms included. */
  readonly settledMs: number;
}

/** In the page: follows one drag of a card from its pointer's events to what is painted. */
export function watchDrag(taskId: string): Promise<DragFigures> {
  const sourceList = document.querySelector(`[data-task="${taskId}"]`)?.closest('ul');
  let pressedAt: PointerEvent | null = null;
  let liftedFrom = 0;
  let pickUpMs = 0;

  /** Looks before each frame is painted; tells when the one is painted in which it has come true. */
  const when = (isTrue: () => boolean, then: (now: number) => void): void => {
    const look = (): void => {
      if (isTrue()) {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => then(performance.now()));
        port1.start();
        port2.postMessage(null);
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  const isInNewPlace = (): boolean => {
    const list = document.querySelector(`ul [data-task="${taskId}"]`)?.closest('ul');
    return list !== null && list !== undefined && list !== sourceList;
  };
  const isAtRest = (): boolean => document.querySelector('[data-lifted], [data-ghost]') === null;

  return new Promise((resolve) => {
    const watching = new AbortController();
    const early = { capture: true, signal: watching.signal };
    window.addEventListener('pointerdown', (press) => (pressedAt = press), early);
    window.addEventListener(
      'pointermove',
      (move) => {
        if (pressedAt === null || liftedFrom > 0) return;
        if (Math.hypot(move.clientX - pressedAt.clientX, move.clientY - pressedAt.clientY) < 4) return;
        liftedFrom = move.timeStamp;
        when(
          () => document.querySelector('[data-lifted]') !== null,
          (now) => (pickUpMs = now - liftedFrom),
        );
      },
      early,
    );
    window.addEventListener(
      'pointerup',
      ({ timeStamp }) => {
        watching.abort();
        when(isInNewPlace, (placedAt) => {
          when(isAtRest, (restedAt) => {
            resolve({ pickUpMs, moveToPaintMs: placedAt - timeStamp, settledMs: restedAt - timeStamp });
          });
        });
      },
      early,
    );
  });
}
