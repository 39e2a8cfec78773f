import { plural, t } from '@lingui/core/macro';
import { unreachable } from '@talka/domain/kernel';
import { ApiProblem } from './api-problem.ts';

/** Why it didn't work and what now, in the person's language. The one place that turns problem codes into words. */
export function problemSentence(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return t`Something went wrong on our side. Please try again.`;
  const { code, info } = problem;
  switch (code) {
    case 'unreachable':
      return t`The server can't be reached. Check your connection and try again.`;
    case 'sign-in-required':
      return t`You are signed out. Sign in to go on.`;
    case 'forbidden':
      return t`Your role doesn't allow this. Ask a Board Admin.`;
    case 'not-found':
      return t`This isn't here, or it isn't shared with you.`;
    case 'conflict':
      return t`This was changed meanwhile. Look at it again, then repeat what you did.`;
    case 'gone':
      return t`This link has been used or is too old. Ask for a new one.`;
    case 'invalid':
      return t`The server didn't accept this. Check what you wrote and try again.`;
    case 'too-large':
      return t`This is too large. Make it shorter and try again.`;
    case 'too-many-requests':
      return waitSentence(info.retryAfterSeconds);
    case 'unavailable':
      return t`The server is busy or restarting. Please try again in a moment.`;
    case 'unexpected-answer':
      return t`This page is older than the server. Reload it and try again.`;
    case 'internal':
      return internalSentence(info.requestId);
    default:
      return unreachable(code);
  }
}

export function waitSentence(retryAfterSeconds: unknown): string {
  if (typeof retryAfterSeconds !== 'number') return t`Too many tries. Wait a little, then try again.`;
  if (retryAfterSeconds < 90) {
    const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
    return t`Too many tries. ${plural(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' })}`;
  }
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return t`Too many tries. ${plural(minutes, { one: 'Try again in # minute.', other: 'Try again in # minutes.' })}`;
}

function internalSentence(requestId: unknown): string {
  if (typeof requestId !== 'string') return t`Something went wrong on our side. Please try again.`;
  return t`Something went wrong on our side. Please try again. If it stays, tell us this number: ${requestId}`;
}
