import type { BoardRole } from '@talka/domain/boards';
import type { UserId } from '@talka/domain/kernel';

export interface Someone {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: BoardRole;
}

const someone = (id: string, name: string, role: BoardRole): Someone => ({
  id: id as UserId,
  name,
  email: `${id}@example.com`,
  role,
});

/** The team of every board in these tests: a Board Admin, a Team Member, a Visitor. */
export const ada: Someone = someone('ada', 'Ada Marin', 'admin');
export const mika: Someone = someone('mika', 'Mika Saar', 'member');
export const vera: Someone = someone('vera', 'Vera Oja', 'visitor');
export const TEAM: readonly Someone[] = [ada, mika, vera];
