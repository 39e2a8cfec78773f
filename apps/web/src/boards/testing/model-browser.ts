import type { Lead } from '../../app/local/leadership.ts';
import type { OpenTabChannel } from '../../app/local/tab-channel.ts';
import type { Disk } from './model-local.ts';
import type { ModelServer } from './model-server.ts';
import { ModelTab } from './model-tab.ts';

/** One browser: a disk that outlives its tabs, a lock that passes from tab to tab, messages between them. */
export class ModelBrowser {
  readonly disk: Disk = { copy: null, unsent: [], lost: [] };
  /** Whether the disk takes anything. */
  isFull = false;
  readonly #server: ModelServer;
  readonly #waiting: { readonly tab: ModelTab; readonly onLead: () => void }[] = [];
  readonly #listeners = new Map<ModelTab, (message: never) => void>();
  #ids = 0;

  constructor(server: ModelServer) {
    this.#server = server;
  }

  openTab(): ModelTab {
    const tab: ModelTab = new ModelTab(this.#server, this);
    return tab;
  }

  newId(): string {
    this.#ids += 1;
    return `id-${String(this.#ids).padStart(4, '0')}`;
  }

  leadOf(tab: ModelTab): Lead {
    return (_name, onLead) => {
      this.#waiting.push({ tab, onLead });
      if (this.#waiting[0]?.tab === tab) setTimeout(() => this.#waiting[0]?.tab === tab && onLead(), 1);
      return () => this.release(tab);
    };
  }

  release(tab: ModelTab): void {
    const at = this.#waiting.findIndex((one) => one.tab === tab);
    if (at === -1) return;
    this.#waiting.splice(at, 1);
    const next = this.#waiting[0];
    if (at === 0 && next !== undefined) setTimeout(() => this.#waiting[0] === next && next.onLead(), 1);
  }

  channelOf(tab: ModelTab): OpenTabChannel {
    return (_name, onMessage) => {
      this.#listeners.set(tab, onMessage);
      return {
        tell: (message) => {
          for (const other of this.#listeners.keys()) {
            if (other !== tab) setTimeout(() => this.#listeners.get(other)?.(structuredClone(message) as never), 1);
          }
        },
        close: () => this.silence(tab),
      };
    };
  }

  silence(tab: ModelTab): void {
    this.#listeners.delete(tab);
  }
}
