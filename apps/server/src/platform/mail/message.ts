import type { Letter } from './letter.ts';

/** A letter in the form nodemailer takes: one receiver, nothing read from files or addresses on the way. */
export function message(letter: Letter, from: string, key: string) {
  return {
    from,
    to: { name: '', address: letter.to },
    subject: singleLine(letter.subject),
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    messageId: `<${key}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function domainOf(from: string): string {
  return /@([^\s<>@]+)/.exec(from)?.[1] ?? 'localhost';
}
