import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { SettingName } from './settings.ts';

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const MAILBOX = /^(?:[^<>\r\n"]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** Every setting from its environment variable; an empty one counts as absent. */
export const configSchema = z.object({
  PORT: wholeNumber(0, 65_535).prefault('3000'),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host))
    .prefault('127.0.0.1'),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes('\0'))
    .transform((path) => resolve(path))
    .prefault('./data'),
  BASE_URL: z
    .string()
    .refine(isBareOrigin)
    .transform((text) => new URL(text).origin)
    .optional(),
  DATABASE_URL: address('postgres:', 'postgresql:'),
  REDIS_URL: address('redis:', 'rediss:'),
  SMTP_URL: address('smtp:', 'smtps:'),
  MAIL_FROM: z.string().max(200).regex(MAILBOX).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).prefault('info'),
  TRUST_PROXY: z.string().refine(isProxyList).transform(proxyList).prefault('off'),
  REQUESTS_PER_MINUTE: wholeNumber(60, 10_000_000).prefault('3000'),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/)
    .optional(),
} satisfies Record<SettingName, z.ZodType>);

function wholeNumber(least: number, most: number) {
  const isWithin = (value: number): boolean => value >= least && value <= most;
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine(isWithin);
}

function address(...protocols: readonly string[]) {
  const isAddress = (text: string): boolean => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return protocols.includes(url.protocol) && url.hostname !== '';
  };
  return z.string().refine(isAddress).optional();
}

function isBareOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isBare && (url.protocol === 'http:' || url.protocol === 'https:');
}

function isProxyList(text: string): boolean {
  return text === 'off' || text.split(',').every((part) => isNetwork(part.trim()));
}

function isNetwork(text: string): boolean {
  const [ip = '', bits, ...rest] = text.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function proxyList(text: string): readonly string[] {
  return text === 'off' ? [] : text.split(',').map((part) => part.trim());
}
