import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log/log.ts';
import type { Post } from './letter.ts';
import { message } from './message.ts';

/**
 * Keeps letters as .eml files where no SMTP server is set. The log names file, subject and first link, so that
 * whoever runs the server can hand the link on. Written beside and renamed: a file in the folder is always whole.
 */
export function outboxPost(folder: string, from: string, log: Log): Post {
  return async (letter, key) => {
    const { createTransport } = await import('nodemailer');
    const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message: content } = await composer.sendMail(message(letter, from, key));
    const path = join(folder, `${key}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(path, content);
    log.info(
      { path, to: letter.to, subject: letter.subject, link: firstLink(letter.text) },
      'mail: kept in the outbox',
    );
  };
}

async function writeWhole(path: string, content: Parameters<Awaited<ReturnType<typeof open>>['writeFile']>[0]) {
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

function firstLink(text: string): string | undefined {
  return /https?:\/\/\S+/.exec(text)?.[0];
}
