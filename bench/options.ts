export const SECTIONS = ['boot', 'open', 'server', 'fanout', 'browser'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  readonly sections: readonly Section[];
  /** Fewer repetitions, for a first look. */
  readonly isQuick: boolean;
}

const USAGE = `npm run bench -- [--only ${SECTIONS.join('|')}] [--quick]   (several with commas)`;

/** What was asked for, or a sentence about what isn't understood. */
export function readOptions(args: readonly string[]): Options | string {
  let sections: readonly Section[] = SECTIONS;
  let isQuick = false;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--quick') isQuick = true;
    else if (word === '--only') {
      const names = (rest.shift() ?? '').split(',');
      sections = SECTIONS.filter((section) => names.includes(section));
      if (sections.length !== names.length) return `No such section: ${names.join(', ')}. ${USAGE}`;
    } else return `"${word}" is not understood. ${USAGE}`;
  }
  return { sections, isQuick };
}
