import type { FastifyInstance } from 'fastify';
import { limit } from '../platform/http/limit.ts';
import { parseBody } from '../platform/http/parse.ts';
import { requireSession } from '../platform/session/session.ts';
import { callerOf } from './caller.ts';
import { profileForm, redeemResetForm, redeemVerificationForm, resetForm, signInForm, signUpForm } from './forms.ts';
import type { Identity } from './identity.ts';
import { changeProfile } from './profile.ts';
import { askForReset, redeemReset } from './reset-password.ts';
import { keepSession } from './sessions/keep-session.ts';
import { createSessionCookies } from './sessions/session-cookie.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { verifyEmail } from './verify-email.ts';
import { whoAmI } from './who-am-i.ts';

export function identityRoutes(app: FastifyInstance, identity: Identity): void {
  signingIn(app, identity);
  provingByMail(app, identity);
  aboutMe(app, identity);
  sessionRoutes(app, identity);
}

function signingIn(app: FastifyInstance, identity: Identity): void {
  const { room } = identity;
  const cookies = createSessionCookies(room.config.baseUrl);
  app.post('/api/sign-up', async (request, reply) => {
    const answer = await signUp(room, parseBody(signUpForm, request), callerOf(request, cookies));
    if (answer.status === 'verify-email') return reply.code(202).send({ status: answer.status });
    keepSession(identity, reply, answer.session);
    return reply.code(201).send({ status: answer.status });
  });
  app.post('/api/sign-in', async (request, reply) => {
    keepSession(identity, reply, await signIn(room, parseBody(signInForm, request), callerOf(request, cookies)));
    return { status: 'signed-in' };
  });
}

function provingByMail(app: FastifyInstance, { room, sessionsEnded }: Identity): void {
  const cookies = createSessionCookies(room.config.baseUrl);
  app.post('/api/password-resets', async (request, reply) => {
    await askForReset(room, parseBody(resetForm, request).email, callerOf(request, cookies));
    return reply.code(202).send();
  });
  app.post('/api/password-resets/redeem', { config: limit(30, 60) }, async (request, reply) => {
    const form = parseBody(redeemResetForm, request);
    const { deviceSecret, endedIds } = await redeemReset(room, form, callerOf(request, cookies));
    sessionsEnded(endedIds);
    reply.header('set-cookie', [cookies.setDevice(deviceSecret), cookies.clearSession()]);
    return reply.code(204).send();
  });
  app.post('/api/email-verifications/redeem', { config: limit(30, 60) }, async (request, reply) => {
    const { token } = parseBody(redeemVerificationForm, request);
    const deviceSecret = await verifyEmail(room, token, callerOf(request, cookies));
    return reply.code(204).header('set-cookie', cookies.setDevice(deviceSecret)).send();
  });
}

function aboutMe(app: FastifyInstance, { room, isFirstRun }: Identity): void {
  const cookies = createSessionCookies(room.config.baseUrl);
  app.get('/api/server', async () => ({ firstRun: await isFirstRun(), mail: room.mail.reachesPeople }));
  app.get('/api/session', async (request, reply) => {
    const me = await whoAmI(room, requireSession(request).userId);
    // The browser's copy slides along with ours: asked for at each opening of the app.
    const { sessionSecret } = callerOf(request, cookies);
    if (sessionSecret !== null) reply.header('set-cookie', cookies.setSession(sessionSecret));
    return me;
  });
  app.patch('/api/profile', async (request, reply) => {
    const { userId } = requireSession(request);
    await changeProfile(room, userId, parseBody(profileForm, request));
    return reply.code(204).send();
  });
}
