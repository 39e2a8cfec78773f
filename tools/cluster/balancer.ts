import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Hands each request, and each socket, to the next of some servers on this machine: none sticks to one. */
export function createBalancer(ports: readonly number[]): Server {
  let turn = 0;
  const candidates = (): number[] => {
    turn += 1;
    return ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
  };
  const server = createServer((incoming, answer) => passOn(incoming, answer, candidates()));
  server.on('upgrade', (incoming, socket: Duplex, head) => passSocketOn({ incoming, socket, head }, candidates()));
  return server;
}

/** One that doesn't answer the door is passed over; once the request has gone out it isn't sent again. */
function passOn(incoming: IncomingMessage, answer: ServerResponse, [port, ...others]: number[]): void {
  if (port === undefined) {
    answer.writeHead(502).end('No server answers.\n');
    return;
  }
  const { method, url } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path: url, headers: headersFor(incoming), agent: false });
  let isConnected = false;
  outgoing.on('socket', (socket) => {
    socket.once('connect', () => {
      isConnected = true;
      incoming.pipe(outgoing);
    });
  });
  outgoing.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.on('error', () => answer.destroy());
    response.pipe(answer);
  });
  outgoing.on('error', () => {
    if (!isConnected) passOn(incoming, answer, others);
    else if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end('The server went away.\n');
  });
  answer.on('close', () => outgoing.destroy());
}

interface Upgrade {
  readonly incoming: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

function passSocketOn(upgrade: Upgrade, [port, ...others]: number[]): void {
  const { incoming, socket, head } = upgrade;
  if (port === undefined) {
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    return;
  }
  const server = connect(port, '127.0.0.1');
  const tryNext = (): void => passSocketOn(upgrade, others);
  server.once('error', tryNext);
  server.once('connect', () => {
    server.off('error', tryNext).on('error', () => socket.destroy());
    server.on('close', () => socket.destroy());
    const lines = Object.entries(headersFor(incoming)).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => `${name}: ${one}`),
    );
    server.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    server.write(head);
    socket.pipe(server).pipe(socket);
  });
  socket.on('error', () => server.destroy());
  socket.on('close', () => server.destroy());
}

function headersFor({ headers, socket }: IncomingMessage) {
  const before = headers['x-forwarded-for'];
  const address = socket.remoteAddress ?? '';
  return { ...headers, 'x-forwarded-for': before === undefined ? address : `${String(before)}, ${address}` };
}
