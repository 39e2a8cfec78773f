import { cleanLine, LIMITS, no, ok } from '../kernel/index.ts';
import type { UserId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { members } from './member.ts';

/** Shows a person by the name they now go by. Only the server sends it, when somebody has changed their own name. */
export const renameMember: BoardCommand<{ readonly user: UserId; readonly name: string }> = {
  name: 'member.rename',
  ability: 'see-board',
  run(change, { user, name }) {
    const clean = cleanLine(name, LIMITS.personName);
    if (!clean.ok) return clean;
    const member = change.get(members, user);
    if (member === undefined) return no({ code: 'member-gone' });
    if (member.name !== clean.value) change.set(members, user, { name: clean.value });
    return ok();
  },
};
