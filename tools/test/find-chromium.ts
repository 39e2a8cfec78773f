import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runAloud } from '../run.ts';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'];

export type ChromiumFound =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing'; readonly advice: string };

/** Finds Chromium or Chrome; where it may (root on a Debian kind of system), installs Debian's when there is none. */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<ChromiumFound> {
  const preset = env.CHROMIUM_PATH ?? '';
  if (preset !== '') {
    return runs(preset)
      ? { kind: 'found', path: preset }
      : { kind: 'missing', advice: `CHROMIUM_PATH says ${preset}, but no program is there.` };
  }
  const present = installedChromium(env);
  if (present !== null) return { kind: 'found', path: present };
  if (mayInstall(env)) {
    const failure = await installDebians();
    const installed = installedChromium(env);
    return installed === null ? { kind: 'missing', advice: failure } : { kind: 'found', path: installed };
  }
  return { kind: 'missing', advice: ADVICE };
}

/** The first of the usual places that holds a program, or null. */
export function installedChromium(env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, ...usualPlaces(env)].find(runs) ?? null;
}

const ADVICE = [
  'The browser journeys need Chromium or Chrome, and none was found. Either',
  '  · install one: `sudo apt-get install chromium fonts-noto-core fonts-noto-cjk` (Debian), `brew install --cask chromium`',
  '    (macOS), https://www.google.com/chrome (Windows), or',
  '  · name one: CHROMIUM_PATH=/path/to/chrome npm test',
].join('\n');

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '/', 'Applications')].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
    ]);
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Root, a system with apt of Debian's family, and nobody has said no by `TALKA_INSTALL=no`. */
function mayInstall(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || env.TALKA_INSTALL === 'no') return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID=.*ubuntu/m.test(release) && runs('/usr/bin/apt-get');
}

/** Answers what to tell a person in case Chromium is still missing afterwards. */
async function installDebians(): Promise<string> {
  console.log(`No Chromium here: installing Debian's (${DEBIAN_PACKAGES.join(', ')}) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES];
  // A fresh machine or container has no package lists yet; one that has them needs no update.
  const first = await runAloud('apt-get', install, { env });
  if (first === 0) return ADVICE;
  await runAloud('apt-get', ['update'], { env });
  const second = await runAloud('apt-get', install, { env });
  return second === 0 ? ADVICE : `apt-get could not install Chromium (exit code ${second}).\n${ADVICE}`;
}
