import type { App } from './app.ts';

/** After the first screen, which comes first. */
const WAIT_MS = 2_000;
/** The code for it may have to come from a server that is away. */
const RETRY_MS = 30_000;

/** Once a person is known: sends what earlier visits couldn't. */
export function sendUnsentOnce({ session, local, api, socket }: App): void {
  let sentFor: string | null = null;
  const look = (): void => {
    const state = session.get();
    const actor = state.status === 'signed-in' ? state.session.user.id : null;
    if (actor === null || actor === sentFor) return;
    sentFor = actor;
    setTimeout(() => void send(actor), WAIT_MS);
  };
  const sendLater = (actor: string): void => {
    setTimeout(() => void (sentFor === actor && send(actor)), RETRY_MS);
  };
  const send = async (actor: string): Promise<void> => {
    const kept = local.of(actor);
    if ((await kept.spacesWithUnsent()).length === 0) return;
    const code = await import('../boards/send-unsent.ts').catch(() => null);
    if (code === null) sendLater(actor);
    else await code.sendUnsent({ api, socket, local: kept, actor });
  };
  session.subscribe(look);
  look();
}
