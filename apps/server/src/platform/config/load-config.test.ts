import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helpText, loadConfig } from './load-config.ts';
import { SETTINGS } from './settings.ts';
import { StartError } from './start-error.ts';

function sentences(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof StartError) return error.sentences;
    throw error;
  }
}

test('nothing needs to be set', () => {
  expect(loadConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    baseUrl: 'http://localhost:3000',
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'Talka <talka@localhost>',
    logLevel: 'info',
    trustProxy: [],
    requestsPerMinute: 3000,
    metricsToken: null,
  });
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ PORT: '', BASE_URL: ' ', SMTP_URL: '' })).toEqual(loadConfig({}));
});

test('the base address follows the port and loses its closing slash', () => {
  expect(loadConfig({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
  expect(loadConfig({ BASE_URL: 'https://talka.example.com/' }).baseUrl).toBe('https://talka.example.com');
});

test('proxies are a list', () => {
  expect(loadConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1']);
});

test('each wrong value gets its sentence, all at once', () => {
  expect(sentences({ PORT: '99999', LOG_LEVEL: 'loud', BASE_URL: 'talka.example.com' })).toEqual([
    'PORT is "99999", but must be a whole number from 0 to 65535.',
    'BASE_URL is "talka.example.com", but must be an address like https://talka.example.com, without a path.',
    'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
  ]);
});

describe('refuses', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['PORT', '0x10'],
    ['HOST', 'http://localhost'],
    ['HOST', 'two words'],
    ['BASE_URL', 'https://example.com/talka'],
    ['BASE_URL', 'ftp://example.com'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'talka.db'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'mail.example.com'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'A <a@example.com>\r\nBcc: b@example.com'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/64'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['METRICS_TOKEN', 'short'],
  ];
  test.each(wrong)('%s=%s', (name, value) => {
    const found = sentences({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${name} is `);
  });
});

test('no secret is shown', () => {
  const shown = sentences({
    DATABASE_URL: 'mysql://user:hunter2@db/x',
    SMTP_URL: 'http://u:hunter2@mail/?password=hunter2',
    REDIS_URL: 'not an address: hunter2@x',
    METRICS_TOKEN: 'hunter2',
  }).join('\n');
  expect(shown).toContain('mysql://user:***@db/x');
  expect(shown).not.toContain('hunter2');
});

test('help lists every setting', () => {
  for (const { name, fallback } of SETTINGS) {
    expect(helpText()).toContain(`  ${name}\n`);
    expect(helpText()).toContain(`Default: ${fallback}.`);
  }
});
