import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ANA, anApp, renderInApp } from '../app/testing/render-in-app.tsx';
import { type BoardWish, CreateBoardDialog } from './create-board-dialog.tsx';

const show = async (accounts: readonly unknown[] = ANA.accounts) => {
  const app = await anApp(() => ({ status: 200, json: { ...ANA, accounts } }));
  await app.session.load();
  const wishes: BoardWish[] = [];
  renderInApp(app, <CreateBoardDialog isOpen onClose={() => undefined} onCreate={(wish) => wishes.push(wish)} />);
  await screen.findByRole('dialog', { name: 'Create new board' });
  return wishes;
};
const nameField = () => screen.getByLabelText('Board name');
const create = () => fireEvent.click(screen.getByRole('button', { name: 'Create board' }));

afterEach(cleanup);

describe('creating a board', () => {
  it('starts from the task board, named after it, in the only account', async () => {
    const wishes = await show();
    create();
    expect(wishes).toEqual([{ name: 'Task board', template: 'basic', accountId: 'a1' }]);
    expect(screen.queryByText('Account')).toBeNull();
  });

  it('offers the four templates and an empty board, with their columns', async () => {
    await show();
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    expect(screen.getByText('New tickets · Open tickets · Feature requests · Bugs · Completed')).toBeDefined();
    expect(screen.getByText('Strategy · Design · Development · Testing · Completed')).toBeDefined();
  });

  it('names the board after the chosen template until a name is written', async () => {
    const wishes = await show();
    fireEvent.click(screen.getByRole('radio', { name: /Helpdesk/ }));
    expect(nameField()).toHaveProperty('value', 'Helpdesk');
    fireEvent.change(nameField(), { target: { value: 'Support team' } });
    fireEvent.click(screen.getByRole('radio', { name: /Customer success/ }));
    create();
    expect(wishes).toEqual([{ name: 'Support team', template: 'customer-success', accountId: 'a1' }]);
  });

  it('asks for a name when there is none', async () => {
    const wishes = await show();
    fireEvent.change(nameField(), { target: { value: '  ' } });
    create();
    expect(screen.getByText('Give the board a name.')).toBeDefined();
    expect(wishes).toEqual([]);
  });

  it('lets one choose among several accounts', async () => {
    await show([...ANA.accounts, { id: 'a2', name: 'Nordic Tools', role: 'member', trialEndsOn: null }]);
    expect(screen.getByText('Account')).toBeDefined();
  });
});
