import { createContext, use, type ReactNode } from 'react';
import type { Lift } from './lift.ts';

const LiftContext = createContext<Lift | null>(null);

export interface LiftProviderProps {
  readonly lift: Lift;
  readonly children: ReactNode;
}

/** Gives the lists below one drag to share. */
export function LiftProvider({ lift, children }: LiftProviderProps) {
  return <LiftContext value={lift}>{children}</LiftContext>;
}

/** The drag of the screen, or null where nothing can be dragged. */
export function useLift(): Lift | null {
  return use(LiftContext);
}
