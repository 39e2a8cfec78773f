/**
 * The id of a row that links a task with a tag or a person. Made of both ids, so that two people who make the same link
 * at once make one row.
 */
export function linkId(taskId: string, otherId: string): string {
  return `${taskId}.${otherId}`;
}
