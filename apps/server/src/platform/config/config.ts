/** Everything that differs between one installation and the next. */
export interface Config {
  /** 0 means a free one, chosen when listening. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Origin without a path or a closing slash: `https://talka.example.com`. */
  readonly baseUrl: string;
  /** null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** null: mails are kept in the outbox folder. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; empty: none. */
  readonly trustProxy: readonly string[];
  /** For one address. */
  readonly requestsPerMinute: number;
  readonly metricsToken: string | null;
}
