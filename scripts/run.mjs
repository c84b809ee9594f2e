// Plain JavaScript that any Node can read: it refuses a Node too old for the rest before anything else is loaded.
// The scripts are TypeScript that Node runs as it stands, which is what decides how old it may be.
import { isTooOld, OLDEST_NODE } from './node-version.mjs';

const [name, ...rest] = process.argv.slice(2);
if (isTooOld(process.versions.node)) {
  console.error(`Signalbox needs Node ${OLDEST_NODE} or newer, best Node 24; this is ${process.versions.node}.`);
  console.error('Install Node 24 from https://nodejs.org (or by your version manager) and run the same command again.');
  console.error('On Linux x64 `npm ci` brings Node 24 with it: run `npm ci` first, then this command through npm.');
  process.exit(1);
}
if (!/^[a-z][a-z-]*$/.test(name ?? '')) {
  console.error('Usage: node scripts/run.mjs <script> [options], such as: node scripts/run.mjs build');
  process.exit(2);
}
process.argv = [process.argv[0], name, ...rest];
await import(`./${name}.ts`);
