import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

const config = getConfig({ cwd: new URL('..', import.meta.url).pathname });
type Catalog = Awaited<ReturnType<typeof getCatalogs>>[number];

/** Names every message of the sources that has no entry in a catalog, or no translation there. */
async function problemsOf(catalog: Catalog): Promise<readonly string[]> {
  const sources = Object.entries((await catalog.collect()) ?? {});
  const perLocale = config.locales.map(async (locale) => {
    const entries = (await catalog.read(locale)) ?? {};
    const translates =
      locale !== config.sourceLocale && !config.pseudoLocale.some((pseudo) => pseudo.locale === locale);
    return sources.flatMap(([id, { message = id }]) => {
      const entry = entries[id];
      if (!entry || entry.obsolete) return [`${locale}: not extracted: ${message}`];
      return translates && !entry.translation ? [`${locale}: not translated: ${message}`] : [];
    });
  });
  return (await Promise.all(perLocale)).flat();
}

const catalogs = await getCatalogs(config);
const problems = (await Promise.all(catalogs.map(problemsOf))).flat();
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} messages lack a text. Run "npm run -w apps/web extract", then fill locales/*.`);
  process.exitCode = 1;
}
