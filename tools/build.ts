import { buildWeb, hasWebSources, webDist } from './web-build.ts';

/** `npm run build`: the server runs as it is, so only the browser's part is built. */
if (hasWebSources()) {
  process.exitCode = await buildWeb();
  if (process.exitCode === 0) console.log(`Built the web app into ${webDist}`);
} else {
  console.log('apps/web has no index.html: nothing to build');
}
