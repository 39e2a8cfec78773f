import type { Problem, UserId } from '@talka/domain/kernel';
import type { CommandCall } from '@talka/domain/wire';

/** A command somebody sent; `client` is null where it comes without a counter (REST, our own code). */
export interface CommandRequest {
  /** What to do; or, for one that couldn't be read, why not: it is decided too, so that the next can follow. */
  readonly call: CommandCall | { readonly problem: Problem };
  readonly actor: UserId;
  readonly client: { readonly cid: string; readonly i: number } | null;
}

export type Decision =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Decided before; nothing was done. */
  | { readonly kind: 'repeated' };
