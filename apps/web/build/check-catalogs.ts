import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

/** Fails when a message of the sources has no catalog entry, or an entry has no translation. */
async function checkCatalogs(): Promise<readonly string[]> {
  const config = getConfig({ cwd: new URL('..', import.meta.url).pathname });
  const problems: string[] = [];
  for (const catalog of await getCatalogs(config)) {
    const collected = Object.entries((await catalog.collect()) ?? {});
    for (const locale of config.locales) {
      const entries = (await catalog.read(locale)) ?? {};
      const translates = locale !== config.sourceLocale && locale !== config.pseudoLocale;
      for (const [id, source] of collected) {
        const text = source.message ?? id;
        const entry = entries[id];
        if (!entry || entry.obsolete) problems.push(`${locale}: not extracted: ${text}`);
        else if (translates && !entry.translation) problems.push(`${locale}: not translated: ${text}`);
      }
    }
  }
  return problems;
}

const problems = await checkCatalogs();
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} messages lack a text. Run "npm run -w apps/web extract", then fill locales/*.`);
  process.exitCode = 1;
}
