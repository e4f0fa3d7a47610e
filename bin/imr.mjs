#!/usr/bin/env node
// The door to the program, in plain JavaScript, so that an old Node says what is missing instead of failing to parse.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `imr: Node ${process.versions.node} is too old: 22.18 or newer is needed. Run "npm ci" and use "npm start" or "npm run imr": they bring Node 24 along.\n`,
  );
  process.exit(2);
}
// node:sqlite is called experimental before Node 24; that says nothing a user could act on.
const warn = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).includes('SQLite is an experimental feature')) warn.call(process, warning, ...rest);
};
const { main } = await import('./program.ts');
process.exitCode = await main(process.argv.slice(2));
