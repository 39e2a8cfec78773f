import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/** From the ground up: a slice may use slices of earlier lines only. A new slice needs its place here. */
const ORDER: ReadonlyArray<readonly string[]> = [
  ['kernel'],
  ['accounts'],
  ['identity', 'billing'],
  ['boards'],
  ['tasks'],
  ['chat', 'files', 'canvases'],
  ['notifications', 'search'],
  ['wire'],
];

const TEST = '(\\.test\\.tsx?$|/testing\\.tsx?$|/testing/|/fixtures/)';
const DOMAIN = '^packages/domain/src/';
const SERVER = '^apps/server/src/';
const WEB = '^apps/web/src/';
const PRODUCTION = '^(apps/(server|web)|packages/domain)/src/';
const SERVER_SLICE = `${SERVER}(?!platform/)[^/]+/`;
const WEB_SLICE = `${WEB}(?!ui/|app/)[^/]+/`;
const INDEX = '/src/[^/]+/index\\.tsx?$';

const WORLD_CORE =
  '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|readline|repl|sqlite|tls|vm|worker_threads)(/|$)';
const WORLD_NPM =
  'node_modules/(pg|pg-[^/]+|ws|nodemailer|smtp-server|redis|ioredis|@redis/[^/]+|@aws-sdk/[^/]+|web-push|undici|pino|prom-client|fastify|@fastify/[^/]+)/';
const MAY_TOUCH_THE_WORLD = `${SERVER}(platform/|drives/|billing/gateways/|main\\.ts$)`;

/** The house, as rules a machine reads. `docs/STYLE.md` says the same to people. */
export const boundaryRules: IRegularForbiddenRuleType[] = [
  ...roomRules(),
  ...orderRules('domain', DOMAIN),
  ...orderRules('server', SERVER),
  ...entryRules(),
  ...productionRules(),
];

/** Folders that are slices of a room, in the order; what is missing here has no place in the house yet. */
export const knownSlices: ReadonlySet<string> = new Set(ORDER.flat());

function roomRules(): IRegularForbiddenRuleType[] {
  return [
    rule('no-circle', 'Modules form no circles', {}, { circular: true }),
    rule('no-dead-end', 'Every import leads to a file', {}, { couldNotResolve: true, pathNot: '^(virtual:|\\?)|\\?' }),
    rule('domain-alone', 'Domain imports only itself', { path: DOMAIN, pathNot: TEST }, { pathNot: DOMAIN }),
    rule(
      'domain-tests-alone',
      'Tests of domain import domain, Vitest and fast-check',
      { path: `${DOMAIN}.*${TEST}` },
      { pathNot: [DOMAIN, 'node_modules/(vitest|fast-check)/'] },
    ),
    rule('web-not-server', 'Web never imports the server', { path: '^apps/web/' }, { path: '^apps/server/' }),
    rule('server-not-web', 'The server never imports web', { path: '^apps/server/' }, { path: '^apps/web/' }),
    rule(
      'platform-knows-no-slice',
      'Platform stands on itself and the kernel',
      { path: `${SERVER}platform/` },
      { path: PRODUCTION, pathNot: [`${SERVER}platform/`, `${DOMAIN}kernel/`] },
    ),
    rule(
      'ui-knows-no-slice',
      'ui stands on itself and the kernel',
      { path: `${WEB}ui/`, pathNot: TEST },
      { path: PRODUCTION, pathNot: [`${WEB}ui/`, `${DOMAIN}kernel/`] },
    ),
  ];
}

function orderRules(room: string, src: string): IRegularForbiddenRuleType[] {
  return ORDER.flatMap((slices, level) => {
    const later = ORDER.slice(level + 1).flat();
    return slices.flatMap((slice) => {
      const beyond = [...later, ...slices.filter((peer) => peer !== slice)];
      if (beyond.length === 0) return [];
      const from = { path: `${src}${slice}/`, pathNot: TEST };
      const to = { path: `${src}(${beyond.join('|')})/` };
      return [rule(`${room}-order-${slice}`, `${slice} stands below ${beyond.join(', ')}`, from, to)];
    });
  });
}

function entryRules(): IRegularForbiddenRuleType[] {
  const byIndex = 'A slice is entered by its index.ts';
  return [
    rule('domain-entry', byIndex, { pathNot: DOMAIN }, { path: DOMAIN, pathNot: INDEX }),
    rule(
      'domain-slice-entry',
      byIndex,
      { path: `${DOMAIN}([^/]+)/`, pathNot: TEST },
      { path: DOMAIN, pathNot: [`${DOMAIN}$1/`, INDEX] },
    ),
    rule(
      'server-slice-entry',
      byIndex,
      { path: `${SERVER}([^/]+)/`, pathNot: TEST },
      { path: SERVER_SLICE, pathNot: [`${SERVER}$1/`, INDEX] },
    ),
    rule(
      'server-wiring-entry',
      byIndex,
      { path: `${SERVER}[^/]+\\.ts$`, pathNot: TEST },
      { path: SERVER_SLICE, pathNot: INDEX },
    ),
    rule(
      'web-slice-entry',
      'A slice of web is entered by its index; only app may load a screen of it later (dynamic import)',
      { path: `${WEB}([^/]+)/`, pathNot: [TEST, `${WEB}app/`] },
      { path: WEB_SLICE, pathNot: [`${WEB}$1/`, INDEX] },
    ),
    rule(
      'web-app-entry',
      'app enters a slice by its index, or loads a screen of it later (dynamic import)',
      { path: [`${WEB}app/`, `${WEB}[^/]+$`], pathNot: TEST },
      { path: WEB_SLICE, pathNot: INDEX, dependencyTypesNot: ['dynamic-import'] },
    ),
    rule(
      'wiring-knows-slices',
      'Only slices.ts and main.ts know all nouns',
      { path: `${SERVER}[^/]+/`, pathNot: TEST },
      { path: `${SERVER}(slices|main)\\.ts$` },
    ),
  ];
}

function productionRules(): IRegularForbiddenRuleType[] {
  const production = { path: PRODUCTION, pathNot: TEST };
  return [
    rule('no-test-in-production', 'Tests and fixtures never reach production', production, { path: TEST }),
    rule('no-tool-in-production', 'Tools, benches and journeys never reach production', production, {
      path: '^(tools|bench|apps/e2e|migrations)/',
    }),
    rule(
      'no-dev-package-in-production',
      'The server starts with the packages of its own package.json alone',
      { path: SERVER, pathNot: TEST },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'world-core',
      'Only platform, drives and gateways touch the world',
      { ...production, pathNot: [TEST, MAY_TOUCH_THE_WORLD] },
      { path: WORLD_CORE, dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'world-npm',
      'Only platform, drives and gateways touch the world',
      { ...production, pathNot: [TEST, MAY_TOUCH_THE_WORLD] },
      { path: WORLD_NPM, dependencyTypesNot: ['type-only'] },
    ),
    rule('web-not-node', 'A browser has no Node', { path: WEB, pathNot: TEST }, { dependencyTypes: ['core'] }),
  ];
}

function rule(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, comment, severity: 'error', from, to };
}
