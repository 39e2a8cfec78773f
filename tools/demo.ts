import { z } from 'zod';
import { fillDemo } from './demo/fill-demo.ts';
import { DEMO_PASSWORD, PEOPLE } from './demo/people.ts';
import { startServer } from './demo/running-server.ts';

/**
 * `npm run demo`: fills an empty server with believable work. Takes the server that runs at BASE_URL or at PORT of
 * this machine; where none runs, starts one on DATA_DIR for as long as the filling takes.
 */
const serverAnswer = z.object({ firstRun: z.boolean(), mail: z.boolean() });
type ServerFacts = z.infer<typeof serverAnswer>;

const wanted = process.env.BASE_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`;

try {
  await fillWhatRuns();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function fillWhatRuns(): Promise<void> {
  const facts = await askServer(wanted);
  if (facts !== null) {
    await fill(wanted, facts);
    console.log(`Open ${wanted} and sign in:\n${people()}`);
    return;
  }
  console.log(`No Talka answers at ${wanted}: starting one on its data for a moment.`);
  const server = await startServer({ ...process.env, LOG_LEVEL: 'warn' });
  try {
    await fill(server.url, await askServer(server.url));
  } finally {
    await server.stop();
  }
  console.log(`Start Talka (npm start), open ${server.url} and sign in:\n${people()}`);
}

async function fill(url: string, facts: ServerFacts | null): Promise<void> {
  if (facts === null) throw new Error(`The server at ${url} doesn't answer any more.`);
  if (!facts.firstRun) {
    throw new Error('This server has people already. The demo fills empty servers only: give DATA_DIR another folder.');
  }
  if (facts.mail) {
    throw new Error('This server sends mail, and would send it to the demo’s people. Start it without SMTP_URL first.');
  }
  const startedAt = performance.now();
  await fillDemo(url);
  console.log(`Filled in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** Null when nobody answers there. */
async function askServer(url: string): Promise<ServerFacts | null> {
  let answer: Response;
  try {
    answer = await fetch(`${url}/api/server`);
  } catch {
    return null;
  }
  const facts = serverAnswer.safeParse(await answer.json().catch(() => null));
  if (!facts.success) throw new Error(`What answers at ${url} is not Talka. Set PORT or BASE_URL.`);
  return facts.data;
}

function people(): string {
  const width = Math.max(...Object.values(PEOPLE).map(({ email }) => email.length));
  const lines = Object.values(PEOPLE).map(({ name, email }) => `  ${email.padEnd(width)}  ${name}`);
  return `${lines.join('\n')}\nThe password of each: ${DEMO_PASSWORD}`;
}
