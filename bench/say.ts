/** Progress, for a person who watches; stdout is kept for the report. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
