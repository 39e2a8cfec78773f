import { useState } from 'react';

export interface Submission {
  readonly isPending: boolean;
  /** What went wrong at the last try; null before and while trying. */
  readonly problem: unknown;
  /** Runs the work unless it is running already. */
  readonly submit: () => void;
}

export function useSubmit(work: () => Promise<void>): Submission {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async () => {
    setPending(true);
    setProblem(null);
    try {
      await work();
    } catch (cause) {
      setProblem(cause);
    } finally {
      setPending(false);
    }
  };
  return { isPending, problem, submit: () => void (isPending || run()) };
}
