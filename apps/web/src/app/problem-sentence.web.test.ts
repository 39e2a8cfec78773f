import { i18n } from '@lingui/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiProblem, readProblem, type ProblemCode } from './api-problem.ts';
import { problemSentence, waitSentence } from './problem-sentence.ts';
import { roleName } from './role-name.ts';

const CODES: readonly ProblemCode[] = [
  'invalid',
  'sign-in-required',
  'forbidden',
  'not-found',
  'conflict',
  'gone',
  'too-large',
  'too-many-requests',
  'unavailable',
  'internal',
  'unreachable',
  'unexpected-answer',
];

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

describe('why a request didn’t work', () => {
  it.each(CODES)('%s has a sentence that says what now', (code) => {
    const sentence = problemSentence(new ApiProblem(code));
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(sentence).not.toContain(code);
  });

  it('is told in no sentence twice', () => {
    expect(new Set(CODES.map((code) => problemSentence(new ApiProblem(code)))).size).toBe(CODES.length);
  });

  it.each([
    [0.2, 'Too many tries. Try again in 1 second.'],
    [89, 'Too many tries. Try again in 89 seconds.'],
    [90, 'Too many tries. Try again in 2 minutes.'],
    [3_600, 'Too many tries. Try again in 60 minutes.'],
    [undefined, 'Too many tries. Wait a little, then try again.'],
    ['soon', 'Too many tries. Wait a little, then try again.'],
  ])('after %s seconds to wait reads %s', (seconds, sentence) => {
    expect(waitSentence(seconds)).toBe(sentence);
  });
});

describe('reading what the server says is wrong', () => {
  it.each([
    [400, 'invalid'],
    [401, 'sign-in-required'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'too-large'],
    [429, 'too-many-requests'],
    [502, 'unavailable'],
    [504, 'unavailable'],
    [500, 'internal'],
    [418, 'internal'],
  ])('status %i alone means %s', async (status, code) => {
    expect(await readProblem(new Response('<html>', { status }))).toMatchObject({ code });
  });

  it('believes the code in the answer, and keeps what is told about it', async () => {
    const body = { code: 'gone', status: 400, title: 'Gone', field: 'token', deep: { a: 1 }, requestId: 'r-1' };
    const problem = await readProblem(Response.json(body, { status: 400 }));
    expect(problem.code).toBe('gone');
    expect(problem.info).toEqual({ field: 'token', requestId: 'r-1' });
  });

  it('doesn’t believe a code that nobody knows', async () => {
    expect(await readProblem(Response.json({ code: 'made-up' }, { status: 404 }))).toMatchObject({ code: 'not-found' });
  });

  it('reads how long to wait from the header of a proxy', async () => {
    const problem = await readProblem(new Response('', { status: 429, headers: { 'retry-after': '12' } }));
    expect(problem.info).toEqual({ retryAfterSeconds: 12 });
  });
});

describe('the word for a role', () => {
  it.each([
    ['visitor', 'Visitor'],
    ['member', 'Team Member'],
    ['admin', 'Board Admin'],
    ['account-admin', 'Account admin'],
    ['account-owner', 'Account owner'],
    ['link-holder', 'Viewer'],
  ])('%s is %s', (role, word) => {
    expect(roleName(role)).toBe(word);
  });
});
