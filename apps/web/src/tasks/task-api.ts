import type { Api } from '../app/api.ts';
import { isObject, listOf, number, orNull, shape, text, UnexpectedAnswer, type Parse } from '../app/parse.ts';

const readData: Parse<Readonly<Record<string, unknown>>> = (value, where = '') => {
  if (!isObject(value)) throw new UnexpectedAnswer(where, 'an object');
  return value;
};

const readDetail = shape({
  seq: number,
  description: text,
  history: listOf(
    shape({
      seq: number,
      part: number,
      at: number,
      actorId: text,
      actorName: text,
      taskId: orNull(text),
      kind: text,
      data: readData,
    }),
  ),
});

/** What opening a task fetches. */
export type TaskDetail = ReturnType<typeof readDetail>;
export type HistoryLine = TaskDetail['history'][number];

export function readTask(api: Api, boardId: string, taskId: string): Promise<TaskDetail> {
  return api.get(`/boards/${boardId}/tasks/${taskId}`, readDetail);
}
