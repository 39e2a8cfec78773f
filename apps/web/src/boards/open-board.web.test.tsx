import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { press } from '../app/testing/hands.ts';
import { openTalka } from '../app/testing/open-talka.tsx';
import { refusal, type HttpAnswer, type HttpRoutes } from '../app/testing/test-http.ts';
import { BoardServer } from './testing/board-server.ts';
import { A_PLAN, routesOf } from './testing/open-board.tsx';
import { vera } from './testing/people.ts';

const SNAPSHOT = 'GET /boards/board/snapshot';
const server = new BoardServer(A_PLAN, vera);

async function openWith(answer: () => HttpAnswer | Promise<HttpAnswer>): Promise<void> {
  const routes: HttpRoutes = routesOf(server, { [SNAPSHOT]: answer });
  await openTalka('/b/board', routes);
}

describe('opening a board', () => {
  it('shows its shape while it is on its way', async () => {
    await openWith(() => new Promise(() => undefined));
    expect(await screen.findByRole('status', { name: 'Opening the board' })).toBeDefined();
  });

  it('shows it although the live connection isn’t there yet', async () => {
    await openWith(() => ({ json: server.snapshot() }));
    expect(await screen.findByText('Write')).toBeDefined();
    expect(screen.getByText('Offline')).toBeDefined();
  });

  it('that isn’t shared with this person says whom to ask', async () => {
    await openWith(() => refusal(404, 'not-found'));
    expect(await screen.findByRole('heading', { name: "This board isn't here" })).toBeDefined();
    expect(screen.getByText(/Ask the person who gave you the link to invite you/)).toBeDefined();
  });

  it('that fails says why, and tries again when asked', async () => {
    let tries = 0;
    await openWith(() => {
      tries += 1;
      return tries === 1 ? refusal(503, 'unavailable') : { json: server.snapshot() };
    });
    expect(await screen.findByText('The server is busy or restarting. Please try again in a moment.')).toBeDefined();
    press('Try again');
    expect(await screen.findByText('Write')).toBeDefined();
    expect(tries).toBe(2);
  });

  it('of a newer version of Talka asks to reload', async () => {
    await openWith(() => ({ json: { ...server.snapshot(), schema: 99 } }));
    expect(await screen.findByRole('heading', { name: 'Talka has been updated' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined();
  });

  it('answered by something that is no board says that the page is older than the server', async () => {
    await openWith(() => ({ json: { hello: 'proxy' } }));
    expect(await screen.findByText('This page is older than the server. Reload it and try again.')).toBeDefined();
  });

  it('is remembered by the rail, which leads back to it', async () => {
    await openWith(() => ({ json: server.snapshot() }));
    const link = await screen.findByRole('link', { name: 'Autumn' });
    expect(link.getAttribute('href')).toBe('/b/board');
  });
});
