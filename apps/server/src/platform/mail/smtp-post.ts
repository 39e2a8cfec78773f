import { message } from './message.ts';
import type { Post } from './letter.ts';

/** Sends by SMTP; resolves when the server has taken the letter. nodemailer is loaded with the first letter. */
export function smtpPost(smtpUrl: string, from: string): Post {
  return async (letter, key) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
    try {
      await transport.sendMail(message(letter, from, key));
    } finally {
      transport.close();
    }
  };
}
