import type { Pending, ServerFrame, Snapshot } from '@talka/domain/wire';
import type { Lead } from '../app/local/leadership.ts';
import type { OpenTabChannel, TabChannel } from '../app/local/tab-channel.ts';

/** What a tab that leads tells one that comes to it. */
export interface Welcome {
  /** The board without undecided commands; null when the other tab has the same already. */
  readonly snapshot: Snapshot | null;
  readonly pending: readonly Pending[];
  readonly isLive: boolean;
}

type Message =
  | { readonly t: 'join'; readonly tab: string; readonly seq: number }
  | ({ readonly t: 'welcome'; readonly to: string } & Welcome)
  /** A tab leads from now on, or has loaded the board anew: come to it. */
  | { readonly t: 'lead' }
  | { readonly t: 'made'; readonly pending: readonly Pending[] }
  | { readonly t: 'heard'; readonly frame: ServerFrame }
  | { readonly t: 'is'; readonly isLive: boolean }
  | { readonly t: 'reissued'; readonly from: string; readonly pending: readonly Pending[] }
  | { readonly t: 'lost' };

export interface BoardTabsParts {
  /** Distinct for every person, board and version of the messages. */
  readonly name: string;
  readonly tab: string;
  readonly openChannel: OpenTabChannel;
  readonly lead: Lead;
}

/** What a tab does when it hears from the others. */
export interface TabEvents {
  /** This tab speaks to the server from now on. */
  onLead(): void;
  /** What a tab at `seq` must be told; null while this one has nothing to tell. */
  welcome(seq: number): Promise<Welcome | null>;
  onWelcome(welcome: Welcome): void;
  onMade(pending: readonly Pending[]): void;
  onHeard(frame: ServerFrame): void;
  onLive(isLive: boolean): void;
  onReissued(from: string, pending: readonly Pending[]): void;
  onLost(): void;
  /** The sequence number of this tab's copy; -1 when it has none. */
  seq(): number;
}

/** A leader that says nothing for this long is frozen or gone: the tab then speaks for itself, which is safe. */
const SILENCE_MS = 3_000;

/**
 * The tabs of one browser on one board: one leads and speaks to the server, the others hear from it. Two that lead at
 * once (a frozen tab, a browser without locks) do no harm: the server tells commands apart by client and counter.
 */
export class BoardTabs {
  readonly #parts: BoardTabsParts;
  readonly #events: TabEvents;
  #channel: TabChannel<Message> | null = null;
  #stopLeading: () => void = () => {};
  #silence: ReturnType<typeof setTimeout> | undefined;
  #leads = false;

  constructor(parts: BoardTabsParts, events: TabEvents) {
    this.#parts = parts;
    this.#events = events;
  }

  get leads(): boolean {
    return this.#leads;
  }

  open(): void {
    this.#channel = this.#parts.openChannel<Message>(this.#parts.name, (message) => this.#hear(message));
    this.#stopLeading = this.#parts.lead(this.#parts.name, () => this.#takeLead());
    this.join();
  }

  close(): void {
    clearTimeout(this.#silence);
    this.#leads = false;
    this.#channel?.close();
    this.#channel = null;
    this.#stopLeading();
  }

  /** Asks the leader for what this tab lacks. */
  join(): void {
    if (this.#leads) return;
    this.#tell({ t: 'join', tab: this.#parts.tab, seq: this.#events.seq() });
    this.#expect();
  }

  made(pending: readonly Pending[]): void {
    this.#tell({ t: 'made', pending });
    if (!this.#leads) this.#expect();
  }

  /** The leader's copy is another one now: whoever follows comes and takes it. */
  announce(): void {
    this.#tell({ t: 'lead' });
  }

  heard(frame: ServerFrame): void {
    this.#tell({ t: 'heard', frame });
  }

  live(isLive: boolean): void {
    this.#tell({ t: 'is', isLive });
  }

  reissued(from: string, pending: readonly Pending[]): void {
    this.#tell({ t: 'reissued', from, pending });
  }

  lost(): void {
    this.#tell({ t: 'lost' });
  }

  #takeLead(): void {
    clearTimeout(this.#silence);
    if (this.#leads || this.#channel === null) return;
    this.#leads = true;
    this.#events.onLead();
  }

  #tell(message: Message): void {
    this.#channel?.tell(message);
  }

  #expect(): void {
    this.#silence ??= setTimeout(() => this.#takeLead(), SILENCE_MS);
  }

  #hear(message: Message): void {
    if (this.#channel === null) return;
    if (message.t === 'made') return this.#events.onMade(message.pending);
    if (message.t === 'lost') return this.#events.onLost();
    if (message.t === 'reissued') return this.#events.onReissued(message.from, message.pending);
    if (message.t === 'join') return void this.#welcome(message.tab, message.seq);
    if (!this.#leads) this.#follow(message);
  }

  async #welcome(tab: string, seq: number): Promise<void> {
    if (!this.#leads) return;
    const welcome = await this.#events.welcome(seq);
    if (welcome !== null) this.#tell({ t: 'welcome', to: tab, ...welcome });
  }

  /** What only a leader says. */
  #follow(message: Extract<Message, { t: 'welcome' | 'lead' | 'heard' | 'is' }>): void {
    // One that has no board to give is no help to a tab that has none either.
    if (message.t !== 'is' || this.#events.seq() >= 0) {
      clearTimeout(this.#silence);
      this.#silence = undefined;
    }
    switch (message.t) {
      case 'welcome':
        if (message.to === this.#parts.tab) this.#events.onWelcome(message);
        return;
      case 'lead':
        return this.join();
      case 'heard':
        return this.#events.onHeard(message.frame);
      case 'is':
        return this.#events.onLive(message.isLive);
    }
  }
}
