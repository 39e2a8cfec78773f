import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createCallerAddresses } from './caller-address.ts';

function request(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const message = new IncomingMessage(socket);
  if (forwardedFor !== undefined) message.headers['x-forwarded-for'] = forwardedFor;
  return message;
}

test('without trusted proxies the header counts nothing', () => {
  expect(createCallerAddresses([]).of(request('9.9.9.9', '1.2.3.4'))).toBe('9.9.9.9');
});

test('a trusted proxy tells the caller', () => {
  const addresses = createCallerAddresses(['10.0.0.0/8', '::1']);
  expect(addresses.of(request('10.1.2.3', '1.2.3.4'))).toBe('1.2.3.4');
  expect(addresses.of(request('::1', '2001:db8::7'))).toBe('2001:db8::7');
  expect(addresses.of(request('::ffff:10.1.2.3', '1.2.3.4'))).toBe('1.2.3.4');
});

test('what the caller itself put into the header is not believed', () => {
  const addresses = createCallerAddresses(['10.0.0.0/8']);
  expect(addresses.of(request('10.1.2.3', '6.6.6.6, 1.2.3.4'))).toBe('1.2.3.4');
  expect(addresses.of(request('10.1.2.3', '6.6.6.6, 1.2.3.4, 10.9.9.9'))).toBe('1.2.3.4');
  expect(addresses.of(request('10.1.2.3', 'nonsense'))).toBe('10.1.2.3');
  expect(addresses.of(request('1.2.3.4', '10.0.0.1'))).toBe('1.2.3.4');
});
