import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { TestServer } from './a-server.ts';

/** The newest link in the mails to an address, which a server without SMTP keeps in its outbox. Waits for the mail. */
export async function linkInMailTo(server: TestServer, email: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(() => (found = newestLink(join(server.dataDir, 'outbox'), email)), { message: `a mail to ${email}` })
    .toBeDefined();
  return found ?? '';
}

function newestLink(outbox: string, email: string): string | undefined {
  const letters = mailsIn(outbox).filter((letter) => new RegExp(`^To: .*${email}`, 'im').test(letter));
  return letters.flatMap((letter) => /https?:\/\/[^\s"<>]+#[\w-]+/.exec(plainText(letter))?.[0] ?? []).at(-1);
}

function mailsIn(outbox: string): string[] {
  try {
    const names = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
    return names.sort().map((name) => readFileSync(join(outbox, name), 'utf8'));
  } catch {
    // The folder comes with the first mail.
    return [];
  }
}

/** The first part, with its quoted-printable line ends and signs undone; links are ASCII. */
function plainText(letter: string): string {
  return letter
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
