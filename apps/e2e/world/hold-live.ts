import type { Page } from '@playwright/test';

/** The live channel of a page, whose news can be kept back for a while; what the page says goes through at once. */
export interface HeldLive {
  hold(): void;
  release(): void;
}

/** To be called before the page opens. */
export async function holdLive(page: Page): Promise<HeldLive> {
  let isHeld = false;
  const waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/api\/live$/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (isHeld) waiting.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const send of waiting.splice(0)) send();
    },
  };
}
