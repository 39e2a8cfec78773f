import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { press, select, toasts, type, write } from '../app/testing/hands.ts';
import { settle } from '../app/testing/open-talka.tsx';
import { refusal, type HttpRoutes } from '../app/testing/test-http.ts';
import { openBoard } from './testing/open-board.tsx';
import { ada, TEAM, vera, type Someone } from './testing/people.ts';

const INVITE = 'POST /boards/board/invitations';
const TEAM_ROUTE = 'GET /boards/board/team';
const email = () => screen.getByRole('textbox', { name: 'E-mail address' });

async function openTeam({ as = ada, routes = {} }: { readonly as?: Someone; readonly routes?: HttpRoutes } = {}) {
  const opened = await openBoard({ as, routes });
  type(document.body, 'i');
  const dialog = await screen.findByRole('dialog', { name: 'People of this board' });
  await settle();
  return { ...opened, dialog };
}

const rows = (dialog: HTMLElement) =>
  within(within(dialog).getByRole('list', { name: 'On the team' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the people of a board', () => {
  it('are listed by name, with addresses for a Board Admin and a sign at oneself', async () => {
    const { dialog } = await openTeam();
    const [first, second] = rows(dialog);
    expect(first).toContain('Ada Marin (you)ada@example.com');
    expect(second).toContain('Mika Saar mika@example.com');
  });

  it('have a role in words, and nothing to press, for a Visitor', async () => {
    const { dialog } = await openTeam({ as: vera });
    expect(rows(dialog)).toEqual(['Ada Marin Board Admin', 'Mika Saar Team Member', 'Vera Oja (you)Visitor']);
    expect(within(dialog).queryByRole('textbox')).toBeNull();
    expect(within(dialog).getAllByRole('button')).toHaveLength(1);
  });

  it('change as others join and leave', async () => {
    const { dialog, server } = await openTeam();
    server.act(ada, 'member.remove', { user: vera.id });
    await settle();
    expect(rows(dialog)).toHaveLength(2);
  });

  it('that can’t be fetched are still shown by name, and the reason is told', async () => {
    const { dialog } = await openTeam({ routes: { [TEAM_ROUTE]: () => refusal(503, 'unavailable') } });
    expect(rows(dialog)).toHaveLength(3);
    expect(toasts()).toEqual(['The server is busy or restarting. Please try again in a moment.']);
  });
});

describe('the role of a person', () => {
  it('is given by a Board Admin', async () => {
    const { dialog, server } = await openTeam();
    await select(/Role of Mika Saar/, 'Visitor', dialog);
    expect(server.commandsHeard()).toEqual([['member.setRole', { user: 'mika', role: 'visitor' }]]);
  });

  it('of the only Board Admin stays, and says why', async () => {
    const { dialog, server } = await openTeam();
    await select(/Role of Ada Marin/, 'Team Member', dialog);
    expect(toasts()).toEqual(['A board needs a Board Admin. Make someone else Board Admin first.']);
    expect(server.commandsHeard()).toEqual([]);
  });
});

describe('removing a person', () => {
  it('takes them off the list at once', async () => {
    const { dialog, server } = await openTeam();
    press('Remove Mika Saar from the board', dialog);
    expect(rows(dialog)).toHaveLength(2);
    expect(server.commandsHeard()).toEqual([['member.remove', { user: 'mika' }]]);
  });

  it('doesn’t work for the only Board Admin', async () => {
    const { dialog } = await openTeam();
    press('Remove Ada Marin from the board', dialog);
    expect(rows(dialog)).toHaveLength(3);
    expect(toasts()).toEqual(['A board needs a Board Admin. Make someone else Board Admin first.']);
  });
});

describe('inviting', () => {
  it.each(['', 'ana', 'ana@', 'ana example@com'])('asks for an address instead of %j', async (wrong) => {
    const { dialog, http } = await openTeam();
    write(email(), wrong);
    press('Invite', dialog);
    expect(within(dialog).getByText('Write an e-mail address like name@example.com.')).toBeDefined();
    expect(http.bodiesOf(INVITE)).toEqual([]);
  });

  it('sends the address with the chosen role, and says that a mail is on its way', async () => {
    const { dialog, http } = await openTeam({
      routes: { [INVITE]: () => ({ status: 201, json: { status: 'invited' } }) },
    });
    write(email(), ' ana@example.com ');
    await select(/^.*Role$/, 'Visitor', dialog);
    press('Invite', dialog);
    await settle();
    expect(http.bodiesOf(INVITE)).toEqual([{ email: 'ana@example.com', role: 'visitor' }]);
    expect(toasts()).toEqual(['An invitation is on its way to ana@example.com.']);
    expect(email()).toHaveProperty('value', '');
  });

  it('says when the person is on the board at once', async () => {
    const { dialog } = await openTeam({ routes: { [INVITE]: () => ({ status: 201, json: { status: 'joined' } }) } });
    write(email(), 'ana@example.com');
    press('Invite', dialog);
    await settle();
    expect(toasts()).toEqual(['ana@example.com is on the board now.']);
  });

  it('that is refused says why and keeps the address', async () => {
    const routes = { [INVITE]: () => refusal(429, 'too-many-requests', { retryAfterSeconds: 30 }) };
    const { dialog } = await openTeam({ routes });
    write(email(), 'ana@example.com');
    press('Invite', dialog);
    expect(await within(dialog).findByText('Too many tries. Try again in 30 seconds.')).toBeDefined();
    expect(email()).toHaveProperty('value', 'ana@example.com');
  });

  it('twice by an impatient hand invites once', async () => {
    const { dialog, http } = await openTeam({ routes: { [INVITE]: () => new Promise(() => undefined) } });
    write(email(), 'ana@example.com');
    press('Invite', dialog);
    press('Invite', dialog);
    expect(http.bodiesOf(INVITE)).toHaveLength(1);
  });
});

describe('those who were invited and aren’t here yet', () => {
  const invitation = { id: 'i1', email: 'ana@example.com', role: 'member', invitedBy: 'ada', createdAt: Date.now() };
  const withOne = (routes: HttpRoutes = {}) => {
    const members = TEAM.map(({ id, name, role }) => ({ id, name, role, email: null }));
    const team = { members, invitations: [{ ...invitation, expiresAt: Date.now() + 1_000 }] };
    return openTeam({ routes: { [TEAM_ROUTE]: () => ({ json: team }), ...routes } });
  };
  const pending = () => within(screen.getByRole('list', { name: 'Invited, not here yet' }));

  it('are listed with their role', async () => {
    await withOne();
    expect(pending().getByRole('listitem').textContent).toBe('ana@example.comTeam Member · now');
  });

  it('can be sent the invitation again', async () => {
    const { http } = await withOne({ 'POST /boards/board/invitations/i1/resend': () => ({ status: 204 }) });
    fireEvent.click(pending().getByRole('button', { name: 'Send the invitation again' }));
    await settle();
    expect(http.bodiesOf('POST /boards/board/invitations/i1/resend')).toHaveLength(1);
    expect(toasts()).toEqual(['The invitation was sent again.']);
  });

  it('can have it taken back; the list is read anew', async () => {
    const { http } = await withOne({ 'DELETE /boards/board/invitations/i1': () => ({ status: 204 }) });
    const before = http.bodiesOf(TEAM_ROUTE).length;
    fireEvent.click(pending().getByRole('button', { name: 'Take back the invitation' }));
    await settle();
    expect(toasts()).toEqual(['The invitation no longer works.']);
    expect(http.bodiesOf(TEAM_ROUTE).length).toBeGreaterThan(before);
  });

  it('stay when the server refuses, with the reason', async () => {
    await withOne({ 'DELETE /boards/board/invitations/i1': () => refusal(404, 'not-found') });
    fireEvent.click(pending().getByRole('button', { name: 'Take back the invitation' }));
    await settle();
    expect(toasts()).toEqual(["This isn't here, or it isn't shared with you."]);
    expect(pending().getAllByRole('listitem')).toHaveLength(1);
  });
});
