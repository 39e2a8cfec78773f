import { useCallback } from 'react';
import { showToast } from '../ui/toast-queue.ts';
import { ApiProblem } from './api-problem.ts';
import { problemSentence } from './problem-sentence.ts';

/** Says in a toast why something didn't work. A lost session is shown by the sign-in page instead. */
export function useProblemToast(): (problem: unknown) => void {
  return useCallback((problem: unknown) => {
    if (problem instanceof ApiProblem && problem.code === 'sign-in-required') return;
    showToast(problemSentence(problem), { tone: 'bad' });
  }, []);
}
