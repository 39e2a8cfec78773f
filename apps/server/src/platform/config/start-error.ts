/** Why the server cannot start, as sentences for the person who starts it; never a stack trace. */
export class StartError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: string | readonly string[], options?: ErrorOptions) {
    const all = typeof sentences === 'string' ? [sentences] : sentences;
    super(all.join('\n'), options);
    this.name = 'StartError';
    this.sentences = all;
  }
}
