import { once } from 'node:events';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { ClientFrame, CommandArgs, CommandName } from '@talka/domain/wire';
import { WebSocket } from 'ws';
import { newId } from '../world/chance.ts';

/** Where a client goes, as whom, and to which board. */
export interface Destination {
  readonly url: string;
  readonly cookie: string;
  readonly boardId: string;
  /** The sequence number it has the board at: only what is newer is sent. */
  readonly since: number;
}

/** One open page of a board, without the page: speaks the live protocol. */
export interface LiveClient {
  readonly cid: string;
  /** Sends the next command of this client; answers its counter. */
  send<Name extends CommandName>(n: Name, a: CommandArgs<Name>): number;
  /** Hears every frame from now on, unparsed. */
  hear(listener: (frame: Buffer) => void): void;
  close(): Promise<void>;
}

/** Opens a socket and joins the board; resolves when the server has let it in. */
export async function openLiveClient({ url, cookie, boardId, since }: Destination): Promise<LiveClient> {
  const address = `${url.replace(/^http/, 'ws')}/api/live`;
  const socket = new WebSocket(address, { headers: { cookie, origin: url }, perMessageDeflate: false });
  await once(socket, 'open');
  const cid = newId();
  const say = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
  const answered = once(socket, 'message');
  say({ t: 'hello', board: boardId, cid, since, schema: SCHEMA_VERSION });
  const [answer] = (await answered) as [Buffer]; // ws gives buffers unless told otherwise
  if (!answer.includes('"t":"delta"')) throw new Error(`not let in: ${answer.toString('utf8')}`);
  let counter = 0;
  return {
    cid,
    send(n, a) {
      counter += 1;
      say({ t: 'm', board: boardId, i: counter, n, a });
      return counter;
    },
    hear: (listener) => void socket.on('message', listener),
    async close() {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** Opens many, a few at a time. */
export async function openLiveClients(count: number, destination: Destination): Promise<readonly LiveClient[]> {
  const clients: LiveClient[] = [];
  while (clients.length < count) {
    const some = Math.min(20, count - clients.length);
    clients.push(...(await Promise.all(Array.from({ length: some }, () => openLiveClient(destination)))));
  }
  return clients;
}
