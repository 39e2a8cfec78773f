import { boards } from '@talka/domain/boards';
import type { Follower, LiveSocket, SocketState } from '../../app/live/live-socket.ts';
import type { Lead } from '../../app/local/leadership.ts';
import type { OpenTabChannel } from '../../app/local/tab-channel.ts';
import { createStore } from '../../app/store.ts';
import { BoardSession } from '../board-session.ts';
import { modelLocal, type ModelDisk } from './model-local.ts';
import { ANNA, BOARD, type Line, type ModelServer } from './model-server.ts';

const LATENCY_MS = 20;

/** What a tab needs of the browser it is in. */
interface Browser extends ModelDisk {
  newId(): string;
  leadOf(tab: ModelTab): Lead;
  release(tab: ModelTab): void;
  channelOf(tab: ModelTab): OpenTabChannel;
  silence(tab: ModelTab): void;
}

export class ModelTab {
  readonly session: BoardSession;
  readonly lost: string[] = [];
  /** Edits that came to the disk before this tab ended. */
  readonly kept = new Set<string>();
  isAlive = true;
  readonly #browser: Browser;
  readonly #server: ModelServer;
  readonly #state = createStore<SocketState>('waiting');
  readonly #end: () => void;
  #line: Line | null = null;
  #unplug: () => void = () => {};

  constructor(server: ModelServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    this.session = new BoardSession({
      boardId: BOARD,
      actor: ANNA,
      socket: this.#socket(),
      local: modelLocal(browser, {
        later: () => this.#later(1),
        onKept: (name) => this.kept.add(name),
      }),
      tabs: { name: BOARD, openChannel: browser.channelOf(this), lead: browser.leadOf(this) },
      newId: () => browser.newId(),
      now: () => 0,
      whenIdle: (work) => void setTimeout(() => this.isAlive && work(), 1),
      fetchSnapshot: async () => {
        await this.#later(LATENCY_MS);
        return server.snapshot();
      },
      onLost: (lost) => this.lost.push(...lost.map(({ problem }) => problem.code)),
    });
    this.#end = this.session.open();
  }

  rename(name: string): boolean {
    return this.session.run('board.rename', { name }).ok;
  }

  get name(): string {
    return this.session.replica.store.get(boards, BOARD)?.name ?? '';
  }

  /** As a person closes it. */
  close(): void {
    this.isAlive = false;
    this.#end();
  }

  /** As a browser kills it: nothing that runs in it goes on. */
  crash(): void {
    this.isAlive = false;
    this.#browser.silence(this);
    this.#line?.cut();
    this.#end();
    this.#browser.release(this);
  }

  #later(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(() => this.isAlive && resolve(), ms));
  }

  #socket(): LiveSocket {
    return {
      state: this.#state,
      follow: (_board, follower) => {
        const dial = setInterval(() => this.#dial(follower), 100);
        this.#dial(follower);
        return () => {
          clearInterval(dial);
          this.#line?.cut();
        };
      },
      send: (frame) => {
        const line = this.#line;
        if (line === null) return false;
        setTimeout(() => this.#line === line && this.#server.hear(line, frame), LATENCY_MS);
        return true;
      },
      renew: () => this.#line?.cut(),
    };
  }

  #dial(follower: Follower): void {
    if (this.#line !== null || !this.#server.isUp || !this.isAlive) return;
    const line: Line = {
      cid: null,
      receive: (frame) => void setTimeout(() => this.#line === line && follower.onFrame(frame), LATENCY_MS),
      cut: () => {
        this.#unplug();
        this.#line = null;
        this.#state.set('waiting');
      },
    };
    this.#line = line;
    this.#unplug = this.#server.plug(line);
    this.#state.set('open');
    follower.onOpen();
  }
}
