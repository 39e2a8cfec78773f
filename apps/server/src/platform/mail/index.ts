export type { Letter } from './letter.ts';
export { createMail, type Mail, type MailParts } from './mail.ts';
export { mailLayout, type MailContent } from './mail-layout.ts';
export { safeName } from './safe-name.ts';
