/** What one environment variable means, for `--help` and for the sentence about a wrong value. */
export interface Setting {
  readonly name: SettingName;
  readonly meaning: string;
  /** What is allowed, as the end of the sentence "… must be". */
  readonly allowed: string;
  /** As shown in --help. */
  readonly fallback: string;
  /** Never shown, not even when wrong. */
  readonly isSecret?: true;
}

export type SettingName =
  | 'PORT'
  | 'HOST'
  | 'DATA_DIR'
  | 'BASE_URL'
  | 'DATABASE_URL'
  | 'REDIS_URL'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'LOG_LEVEL'
  | 'TRUST_PROXY'
  | 'REQUESTS_PER_MINUTE'
  | 'METRICS_TOKEN';

export const SETTINGS: readonly Setting[] = [
  {
    name: 'PORT',
    meaning: 'The port to listen at; 0 takes a free one.',
    allowed: 'a whole number from 0 to 65535',
    fallback: '3000',
  },
  {
    name: 'HOST',
    meaning: 'The address to listen at. HOST=0.0.0.0 lets other machines in.',
    allowed: 'an IP address or a host name',
    fallback: '127.0.0.1',
  },
  {
    name: 'DATA_DIR',
    meaning: 'The folder of the database file and of mails that were not sent. Made when missing.',
    allowed: 'a path',
    fallback: './data',
  },
  {
    name: 'BASE_URL',
    meaning: 'Where people open Talka in their browser; links in mails start with it. https:// switches on HSTS.',
    allowed: 'an address like https://talka.example.com, without a path',
    fallback: 'http://localhost:PORT',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL database (15 or newer) instead of the file in DATA_DIR.',
    allowed: 'an address like postgres://user:password@host:5432/name',
    fallback: 'none: SQLite in DATA_DIR',
  },
  {
    name: 'REDIS_URL',
    meaning: 'A Redis or Valkey server that joins several Talka servers on one DATABASE_URL.',
    allowed: 'an address like redis://host:6379',
    fallback: 'none',
  },
  {
    name: 'SMTP_URL',
    meaning: 'The server that sends mail. Without one, mails are kept in DATA_DIR/outbox and named in the log.',
    allowed: 'an address like smtps://user:password@host:465',
    fallback: 'none',
  },
  {
    name: 'MAIL_FROM',
    meaning: 'The sender of mails.',
    allowed: 'an e-mail address, or a name with one: Talka <talka@example.com>',
    fallback: 'Talka <talka@HOST OF BASE_URL>',
  },
  {
    name: 'LOG_LEVEL',
    meaning: 'How much is logged.',
    allowed: 'one of fatal, error, warn, info, debug, trace, silent',
    fallback: 'info',
  },
  {
    name: 'TRUST_PROXY',
    meaning: 'Proxies whose X-Forwarded-For tells the caller’s address. Off: the header is ignored.',
    allowed: 'off, or the proxies’ IP addresses or networks separated by commas, like 10.0.0.0/8,::1',
    fallback: 'off',
  },
  {
    name: 'REQUESTS_PER_MINUTE',
    meaning: 'The most requests a minute from one address; raise it when a whole office comes by one.',
    allowed: 'a whole number from 60 to 10000000',
    fallback: '3000',
  },
  {
    name: 'METRICS_TOKEN',
    meaning: 'Lets others than this machine read /metrics, with the header "Authorization: Bearer …".',
    allowed: 'at least 16 characters, without spaces',
    fallback: 'none',
    isSecret: true,
  },
];
