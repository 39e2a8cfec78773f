import { Refusal } from '@talka/domain/kernel';
import type { Log } from '../log/log.ts';
import type { LiveConnection, LiveFrame, LiveHandler } from './live.ts';
import { CLOSE_CODES } from './live.ts';

export interface FrameAnswersOptions {
  readonly log: Log;
  readonly invalidFrames: number;
  readonly handler: LiveHandler;
}

/** Parses and hands on the frames of one connection; never throws. Too many unreadable ones close it. */
export function createFrameAnswers(
  connection: LiveConnection,
  { log, handler, invalidFrames }: FrameAnswersOptions,
): (text: string) => Promise<void> {
  let invalidCount = 0;
  return async (text) => {
    const frame = parseFrame(text);
    try {
      if (!frame) throw new Refusal('invalid');
      await handler.frame(connection, frame);
    } catch (error) {
      answerError(connection, error, log);
      if (error instanceof Refusal && error.code === 'invalid') invalidCount += 1;
      if (invalidCount > invalidFrames) connection.close(CLOSE_CODES.invalid, 'invalid');
    }
  };
}

function parseFrame(text: string): LiveFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null; // unreadable text is the sender's mistake and is answered as such
  }
}

function isObject(value: unknown): value is LiveFrame {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerError(connection: LiveConnection, error: unknown, log: Log): void {
  if (error instanceof Refusal) {
    connection.send(JSON.stringify({ ...error.info, t: 'error', code: error.code }));
    return;
  }
  const { userId, sessionId } = connection.session;
  log.error({ err: error, connection: connection.id, userId, sessionId }, 'a live frame failed');
  connection.send(JSON.stringify({ t: 'error', code: 'internal', connection: connection.id }));
}
