import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createBalancer } from './balancer.ts';
import { freePort } from './free-port.ts';

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections();
});

async function listening(server: Server, port = 0): Promise<number> {
  running.push(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Answers with its name, what was sent to it, and where it came from. */
async function aServer(name: string): Promise<number> {
  const server = createServer((request, answer) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => answer.end(`${name} ${body} ${String(request.headers['x-forwarded-for'])}`));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => socket.send(`${name} ${data.toString()}`)),
  );
  return listening(server);
}

async function aBalancer(...ports: number[]): Promise<string> {
  return `127.0.0.1:${await listening(createBalancer(ports))}`;
}

async function echoed(host: string, text: string): Promise<string> {
  const socket = new WebSocket(`ws://${host}/`);
  await once(socket, 'open');
  socket.send(text);
  const [data] = (await once(socket, 'message')) as [Buffer];
  socket.terminate();
  return data.toString();
}

test('each request goes to the next server, with its body and the address it came from', async () => {
  const host = await aBalancer(await aServer('one'), await aServer('two'));
  const answers = [];
  for (const body of ['a', 'b', 'c', 'd']) {
    answers.push(await (await fetch(`http://${host}/x`, { method: 'POST', body })).text());
  }
  expect(Object.groupBy(answers, (text) => text.slice(0, 3))).toMatchObject({ one: { length: 2 }, two: { length: 2 } });
  expect(answers.map((text) => text.slice(4))).toEqual(['a', 'b', 'c', 'd'].map((body) => `${body} 127.0.0.1`));
});

test('sockets are spread too', async () => {
  const host = await aBalancer(await aServer('one'), await aServer('two'));
  const answers = [await echoed(host, 'hello'), await echoed(host, 'hello')];
  expect(answers.toSorted()).toEqual(['one hello', 'two hello']);
});

test('a server that is gone is passed over; when all are, that is said', async () => {
  const gone = await freePort();
  const host = await aBalancer(gone, await aServer('two'));
  for (let time = 0; time < 4; time += 1) {
    expect((await (await fetch(`http://${host}/`)).text()).slice(0, 3)).toBe('two');
    expect(await echoed(host, 'hello')).toBe('two hello');
  }
  const alone = await aBalancer(gone);
  expect((await fetch(`http://${alone}/`)).status).toBe(502);
});
