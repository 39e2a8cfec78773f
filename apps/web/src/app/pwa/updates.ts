import { createStore, type Store } from '../store.ts';

/** Whether the server has another build of this app than this page is of. */
export interface Updates {
  readonly isNewer: Pick<Store<boolean>, 'get' | 'subscribe'>;
  /** Takes in the build the server named with an answer; null when it named none. */
  heard(build: string | null): void;
}

/** @param own null where the page wasn't built, as in development: it is then never out of date */
export function createUpdates(own: string | null): Updates {
  const isNewer = createStore(false);
  return {
    isNewer,
    heard(build) {
      if (own !== null && build !== null) isNewer.set(build !== own);
    },
  };
}

/** The build that this page is of. */
export function ownBuild(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="talka-build"]')?.content ?? null;
}
