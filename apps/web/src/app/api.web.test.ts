import { i18n } from '@lingui/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { number, shape } from './parse.ts';
import { problemSentence } from './problem-sentence.ts';
import { fetchFrom } from './testing/render-in-app.tsx';

const readCount = shape({ count: number });
const nobody = () => undefined;

const apiOver = (fetch: typeof globalThis.fetch, onSignInRequired = nobody) => createApi({ fetch, onSignInRequired });
const responding = (make: () => Response) => apiOver(() => Promise.resolve(make()));
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (problem: unknown) => problem,
  );

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

describe('asking the server', () => {
  it('sends JSON under /api and reads the answer by its contract', async () => {
    const asked: unknown[] = [];
    const api = apiOver(
      fetchFrom((request) => {
        asked.push(request);
        return { status: 200, json: { count: 3, more: 'ignored' } };
      }),
    );
    expect(await api.send('POST', '/things', { a: 1 }, readCount)).toEqual({ count: 3 });
    expect(asked).toEqual([{ method: 'POST', path: '/things', body: { a: 1 } }]);
  });

  it('turns a problem into its code and what the server tells about it', async () => {
    const json = { type: 'about:blank', title: 'x', status: 429, code: 'too-many-requests', retryAfterSeconds: 42 };
    const problem = await problemOf(apiOver(fetchFrom(() => ({ status: 429, json }))).get('/x', readCount));
    expect(problem).toMatchObject({ code: 'too-many-requests', info: { retryAfterSeconds: 42 } });
    expect(problemSentence(problem)).toBe('Too many tries. Try again in 42 seconds.');
  });

  it('reads a proxy’s HTML error by its status', async () => {
    const problem = await problemOf(
      responding(() => new Response('<h1>Bad gateway</h1>', { status: 502 })).get('/x', readCount),
    );
    expect(problem).toMatchObject({ code: 'unavailable' });
  });

  it('says that the server is out of reach', async () => {
    const api = apiOver(() => Promise.reject(new TypeError('Failed to fetch')));
    const problem = await problemOf(api.get('/x', readCount));
    expect(problem).toMatchObject({ code: 'unreachable' });
    expect(problemSentence(problem)).toContain("can't be reached");
  });

  it('says that the page is old when the answer is not the contract’s', async () => {
    const problem = await problemOf(responding(() => Response.json({ count: 'three' })).get('/x', readCount));
    expect(problem).toMatchObject({ code: 'unexpected-answer' });
  });

  it('tells the app when nobody is signed in any more', async () => {
    let isTold = false;
    const api = apiOver(
      fetchFrom(() => ({ status: 401, json: { code: 'sign-in-required' } })),
      () => {
        isTold = true;
      },
    );
    await problemOf(api.get('/x', readCount));
    expect(isTold).toBe(true);
  });
});

describe('the sentence for a problem', () => {
  it('is there for every code, and names the number of our own mistakes', () => {
    const sentence = problemSentence(new ApiProblem('internal', { requestId: 'r-7' }));
    expect(sentence).toContain('r-7');
  });

  it('counts minutes from a minute and a half on', () => {
    const problem = new ApiProblem('too-many-requests', { retryAfterSeconds: 100 });
    expect(problemSentence(problem)).toBe('Too many tries. Try again in 2 minutes.');
  });

  it('doesn’t show what isn’t a problem of the server', () => {
    expect(problemSentence(new Error('secret detail'))).not.toContain('secret');
  });
});
