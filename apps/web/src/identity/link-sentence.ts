import { ApiProblem } from '../app/api-problem.ts';
import { problemSentence } from '../app/problem-sentence.ts';

/** Why a mailed link doesn't work. A secret that is mistyped, spent or unknown is one to the server and to the reader. */
export function linkSentence(problem: unknown): string {
  const isSpent = problem instanceof ApiProblem && ['invalid', 'not-found', 'gone'].includes(problem.code);
  return problemSentence(isSpent ? new ApiProblem('gone') : problem);
}
