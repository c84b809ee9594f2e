import { openProcessTerminal } from './process-terminal.ts';
import { runCli } from './run-cli.ts';

// A subscription waits for changes with nothing else open; without a timer Node would take that for the end.
const alive = setInterval(() => {}, 2 ** 30);
try {
  process.exitCode = await runCli(process.argv.slice(2), openProcessTerminal());
} finally {
  clearInterval(alive);
}
