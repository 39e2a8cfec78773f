import type { z } from 'zod';
import type { Config } from './config.ts';
import { configSchema } from './config-schema.ts';
import { withoutPassword } from './mask.ts';
import type { Setting } from './settings.ts';
import { SETTINGS } from './settings.ts';
import { StartError } from './start-error.ts';

/** Reads the settings; throws one StartError with a sentence for each wrong value. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = SETTINGS.map(({ name }) => [name, env[name]?.trim() || undefined] as const);
  const parsed = configSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new StartError(wrongSettings(parsed.error, env));
  return toConfig(parsed.data);
}

/** The text of `--help`. */
export function helpText(): string {
  const settings = SETTINGS.map(
    (setting) =>
      `  ${setting.name}\n      ${setting.meaning}\n      Allowed: ${setting.allowed}. Default: ${setting.fallback}.`,
  );
  return [
    'Talka: visual work management, on your own server.',
    '',
    'Usage: npm start            starts the server',
    '       npm start -- --help  shows this text',
    '',
    'Settings are environment variables:',
    '',
    settings.join('\n\n'),
    '',
  ].join('\n');
}

function wrongSettings(error: z.ZodError, env: Readonly<Record<string, string | undefined>>): string[] {
  const wrong = new Set(error.issues.map((issue) => issue.path[0]));
  return SETTINGS.filter((setting) => wrong.has(setting.name)).map(
    (setting) => `${setting.name} is ${shown(setting, env[setting.name] ?? '')}, but must be ${setting.allowed}.`,
  );
}

function shown({ name, isSecret }: Setting, value: string): string {
  if (isSecret) return 'not usable (its value is hidden)';
  const safe = name.endsWith('_URL') && value.includes('@') ? withoutPassword(value) : value;
  return JSON.stringify(safe.slice(0, 200));
}

function toConfig(data: z.infer<typeof configSchema>): Config {
  const baseUrl = data.BASE_URL ?? `http://localhost:${data.PORT}`;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    baseUrl,
    databaseUrl: data.DATABASE_URL ?? null,
    redisUrl: data.REDIS_URL ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? `Talka <talka@${new URL(baseUrl).hostname}>`,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
    metricsToken: data.METRICS_TOKEN ?? null,
  };
}
