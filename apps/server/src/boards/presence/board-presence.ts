import type { BoardId } from '@talka/domain/kernel';
import type { Doing, PeopleFrame, PresentPage } from '@talka/domain/wire';
import type { Bus } from '../../platform/bus/index.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { LiveConnection } from '../../platform/live/index.ts';
import type { Seat } from '../audience.ts';
import { changeOf } from './page-list.ts';
import type { Pages } from './page-list.ts';
import { readPresence, RemotePages } from './remote-pages.ts';
import type { PresenceMessage } from './remote-pages.ts';

export interface PresenceParts {
  readonly bus: Bus;
  readonly clock: Clock;
  /** This node's own name. */
  readonly nodeId: string;
  /** Tells every page of this node that follows the board and is here. */
  readonly tell: (frame: PeopleFrame) => void;
}

interface Here {
  readonly connection: LiveConnection;
  readonly page: PresentPage;
}

/** Changes are gathered this long. */
const GATHER_MS = 100;
/** Pages answer a ping every 4 s; one that missed two has no browser any more. */
const PAGE_GONE_AFTER_MS = 8_500;
const BEAT_EVERY_MS = 3_000;

/** Who is on one board now: pages of this node and of others. Nothing of it is stored; what isn't renewed ends. */
export class BoardPresence {
  readonly #boardId: BoardId;
  readonly #parts: PresenceParts;
  readonly #here = new Map<LiveConnection, Here>();
  readonly #elsewhere = new RemotePages();
  readonly #leaveBus: () => void;
  /** What this node's pages were told last, and what other nodes were. */
  #shown: Pages = new Map();
  #told: Pages = new Map();
  #gathering: NodeJS.Timeout | null = null;
  #beatAt: number;

  constructor(boardId: BoardId, parts: PresenceParts) {
    this.#boardId = boardId;
    this.#parts = parts;
    this.#beatAt = parts.clock.now();
    this.#leaveBus = parts.bus.subscribe(`presence:${boardId}`, {
      heard: (text) => this.#hear(text),
      missed: () => this.#publish({ kind: 'ask', node: parts.nodeId }),
    });
  }

  /** Whether this page has said where it is; only such pages are shown, and hear of others. */
  isHere(connection: LiveConnection): boolean {
    return this.#here.has(connection);
  }

  /** Everybody who is here, for a page that has just come or joined anew. */
  whole(): PeopleFrame {
    return { t: 'pres', board: this.#boardId, whole: true, people: [...this.#present().values()], gone: [] };
  }

  move({ connection, userId, cid }: Seat, at: string | null, doing: Doing): void {
    this.#here.set(connection, { connection, page: { u: userId, cid, at, doing } });
    this.#changed();
  }

  leave(connection: LiveConnection): void {
    if (this.#here.delete(connection)) this.#changed();
  }

  /** Called every second or so: lets go of whoever is silent, and tells other nodes that this one is there. */
  beat(): void {
    const now = this.#parts.clock.now();
    this.#elsewhere.forgetSilent(now);
    this.#changed();
    if (now - this.#beatAt < BEAT_EVERY_MS) return;
    this.#tellWhole(this.#pagesHere());
  }

  /** Nobody of this node follows the board any more. */
  end(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    if (this.#told.size > 0) this.#tellWhole(new Map());
    this.#leaveBus();
  }

  #hear(text: string): void {
    const told = readPresence(text);
    if (told === null) return;
    if (told.kind === 'ask') return this.#tellWhole(this.#pagesHere());
    this.#elsewhere.hear(told, this.#parts.clock.now());
    this.#changed();
  }

  #changed(): void {
    this.#gathering ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  #flush(): void {
    this.#gathering = null;
    const present = this.#present();
    const seen = changeOf(this.#shown, present);
    this.#shown = present;
    if (seen !== null) this.#parts.tell({ t: 'pres', board: this.#boardId, whole: false, ...seen });
    const here = this.#pagesHere();
    const own = changeOf(this.#told, here);
    this.#told = here;
    if (own === null) return;
    const { people, gone } = own;
    this.#publish({ kind: 'pages', node: this.#parts.nodeId, whole: false, people: [...people], gone: [...gone] });
  }

  #tellWhole(pages: Pages): void {
    this.#beatAt = this.#parts.clock.now();
    this.#told = pages;
    this.#publish({ kind: 'pages', node: this.#parts.nodeId, whole: true, people: [...pages.values()], gone: [] });
  }

  #publish(message: PresenceMessage): void {
    if (this.#parts.bus.state === 'alone') return;
    this.#parts.bus.publish(`presence:${this.#boardId}`, JSON.stringify(message));
  }

  /** By client id; a page that changed nodes counts where it is connected now. */
  #present(): Pages {
    return new Map([...this.#elsewhere.all().map((page) => [page.cid, page] as const), ...this.#pagesHere()]);
  }

  #pagesHere(): Pages {
    const heardSince = this.#parts.clock.now() - PAGE_GONE_AFTER_MS;
    const alive = [...this.#here.values()].filter(({ connection }) => connection.heardAt >= heardSince);
    return new Map(alive.map(({ page }) => [page.cid, page]));
  }
}
