import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, anApp, type AskedRequest, renderInApp } from '../app/testing/render-in-app.tsx';
import { draftEmail } from './draft-email.ts';
import { SignUpForm } from './sign-up-form.tsx';

let asked: AskedRequest[] = [];
let outcome = '';

const show = async (answer: Answer) => {
  const app = await anApp((request) => {
    asked.push(request);
    return answer(request);
  });
  const onSignedIn = () => {
    outcome = 'signed-in';
    return Promise.resolve();
  };
  const onMailed = () => {
    outcome = 'mailed';
  };
  renderInApp(app, <SignUpForm onSignedIn={onSignedIn} onMailed={onMailed} />);
};
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Sign up' }));
const fill = () => {
  write('Your name', 'Ana');
  write('E-mail address', 'ana@example.com');
  write('Password', 'seven green kites');
};

beforeEach(() => {
  asked = [];
  outcome = '';
  draftEmail.set('');
});
afterEach(cleanup);

describe('signing up', () => {
  it('says at each field what is missing, asks nobody, and goes to the first', async () => {
    await show(() => ({ status: 500 }));
    send();
    expect(screen.getByText('Write your name, as your team knows you.')).toBeDefined();
    expect(screen.getByText('Write your e-mail address.')).toBeDefined();
    expect(screen.getByText('Too short: use at least 10 characters.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
    expect(asked).toEqual([]);
  });

  it('refuses a password that holds the address', async () => {
    await show(() => ({ status: 500 }));
    fill();
    write('Password', 'ANA@example.com1');
    send();
    expect(screen.getByText("Don't use your e-mail address in it: that is the first guess.")).toBeDefined();
  });

  it('sends name, address, password, language and time zone, then goes in', async () => {
    await show(() => ({ status: 201, json: { status: 'signed-in' } }));
    fill();
    send();
    await waitFor(() => expect(outcome).toBe('signed-in'));
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/sign-up',
        body: { name: 'Ana', email: 'ana@example.com', password: 'seven green kites', language: 'en' },
      },
    ]);
  });

  it('waits for the mail where the address must be proved', async () => {
    await show(() => ({ status: 202, json: { status: 'verify-email' } }));
    fill();
    send();
    await waitFor(() => expect(outcome).toBe('mailed'));
  });

  it('shows the server’s reason at the password', async () => {
    const json = { code: 'invalid', field: 'password', problem: 'password-too-common' };
    await show(() => ({ status: 400, json }));
    fill();
    send();
    expect(await screen.findByText(/Too easy to guess/)).toBeDefined();
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  });

  it('says how long to wait after too many tries', async () => {
    await show(() => ({ status: 429, json: { code: 'too-many-requests', retryAfterSeconds: 30 } }));
    fill();
    send();
    expect((await screen.findByRole('alert')).textContent).toBe('Too many tries. Try again in 30 seconds.');
  });
});
