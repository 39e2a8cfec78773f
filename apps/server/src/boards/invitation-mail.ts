import { mailLayout, safeName } from '../platform/mail/index.ts';
import type { Letter } from '../platform/mail/index.ts';

export interface InvitationMail {
  /** BCP 47: the inviter's, since the invited person's isn't known yet. */
  readonly language: string;
  readonly inviterName: string;
  readonly boardName: string;
  readonly url: string;
  readonly validDays: number;
}

interface Words {
  readonly subject: (inviter: string, board: string) => string;
  readonly invites: (inviter: string, board: string) => string;
  readonly explains: string;
  readonly accept: string;
  readonly holds: (days: string) => string;
  readonly ignore: string;
}

const ENGLISH: Words = {
  subject: (inviter, board) => `${inviter} invites you to “${board}” on Talka`,
  invites: (inviter, board) => `${inviter} invites you to work together on the board “${board}”.`,
  explains: 'Talka shows a team its work at a glance, live, in each person’s own language.',
  accept: 'Join the board',
  holds: (days) => `The link works for ${days} days, and only for this e-mail address.`,
  ignore: 'If you don’t know who this is from, you can ignore this mail.',
};

const ARABIC: Words = {
  subject: (inviter, board) => `يدعوك ${inviter} إلى لوحة «${board}» في Talka`,
  invites: (inviter, board) => `يدعوك ${inviter} إلى العمل معًا على لوحة «${board}».`,
  explains: 'تعرض Talka عمل الفريق بلمحة واحدة، مباشرةً، وبلغة كل شخص.',
  accept: 'انضمّ إلى اللوحة',
  holds: (days) => `يبقى الرابط صالحًا لمدة ${days} يومًا، ولعنوان البريد هذا فقط.`,
  ignore: 'إذا كنت لا تعرف المرسل، فيمكنك تجاهل هذه الرسالة.',
};

/** The mail that invites someone to a board. */
export function invitationMail(mail: InvitationMail): Omit<Letter, 'to'> {
  const words = mail.language.startsWith('ar') ? ARABIC : ENGLISH;
  const inviter = safeName(mail.inviterName);
  const board = safeName(mail.boardName);
  const days = new Intl.NumberFormat(mail.language, { numberingSystem: 'latn' }).format(mail.validDays);
  const layout = mailLayout({
    language: words === ARABIC ? 'ar' : 'en',
    paragraphs: [words.invites(inviter, board), words.explains],
    action: { label: words.accept, url: mail.url },
    closing: [words.holds(days), words.ignore],
  });
  return { subject: words.subject(inviter, board), ...layout };
}
