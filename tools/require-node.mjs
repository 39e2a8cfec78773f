// Loaded before every tool (`node --import`), in plain JavaScript so that an old Node can read it and say what is wrong.
const major = Number(process.versions.node.split('.')[0]);

if (major < 26) {
  const here = `${process.platform}-${process.arch}`;
  const packaged = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'];
  console.error(`Talka runs on Node 26, and this is Node ${process.versions.node} (${process.execPath}).`);
  console.error(
    packaged.includes(here)
      ? 'Node 26 comes with the packages: run `npm ci` (with optional packages), then start by `npm start`, not by `node`.'
      : `No packaged Node exists for ${here}: install Node 26 from https://nodejs.org yourself, then run this again.`,
  );
  process.exit(1);
}
