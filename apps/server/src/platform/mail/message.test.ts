import { describe, expect, test } from 'vitest';
import { message } from './message.ts';

const letter = { to: 'mara@example.com', subject: 'Hello', text: 'Hello Mara' };

describe('a message', () => {
  test('has a subject of one line', () => {
    expect(message({ ...letter, subject: ' Hi\r\nBcc: x@example.com\u2028 ' }, 'a@b.example', 'k').subject).toBe(
      'Hi Bcc: x@example.com',
    );
  });

  test('goes to one address, taken as it is', () => {
    expect(message(letter, 'a@b.example', 'k').to).toEqual({ name: '', address: 'mara@example.com' });
  });

  test('is named after its key and the sender’s domain', () => {
    expect(message(letter, 'Talka <talka@b.example>', 'k').messageId).toBe('<k@b.example>');
    expect(message(letter, 'nobody', 'k').messageId).toBe('<k@localhost>');
  });

  test('reads no files and no addresses on its way', () => {
    expect(message(letter, 'a@b.example', 'k')).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
  });

  test('carries HTML only when there is some', () => {
    expect(message(letter, 'a@b.example', 'k')).not.toHaveProperty('html');
    expect(message({ ...letter, html: '<p>' }, 'a@b.example', 'k')).toHaveProperty('html', '<p>');
  });
});
