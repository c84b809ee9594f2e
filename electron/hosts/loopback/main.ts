import { tmpdir } from 'node:os';
import openInBrowser from 'open';
import { accountHome } from '../account.ts';
import { writeAddressFile } from './address-file.ts';
import { LOOPBACK_HELP, readLoopbackOptions } from './options.ts';
import { runLoopback } from './run-loopback.ts';
import type { LoopbackServer } from './server.ts';

/** A signal this long after the first is a person who will not wait; sooner, it is the same one (a library repeats it). */
const IMPATIENT_AFTER_MS = 500;

/** Says what went wrong with the port in words; everything else is said as it is. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program: choose another with --port, or leave it out.';
  if (code === 'EACCES') return 'The port needs rights that this account has not: choose one above 1023 with --port.';
  return error.message;
}

/** An address lets one browser in, once: whoever sits at the terminal may have another by pressing Enter. */
function offerMoreAddresses(server: LoopbackServer): void {
  if (!process.stdin.isTTY) return;
  console.error('It lets one browser in, once. Press Enter for another address, Ctrl+C to end Signalbox.');
  process.stdin.on('data', () => console.log(server.newAddress()));
}

/**
 * Opens the browser by a file that leads to the address and goes as soon as it has. It lies in the home folder, and there
 * under a plain name: browsers from a software store may read nothing else.
 */
async function openBrowser(server: LoopbackServer, address: string): Promise<void> {
  const file = writeAddressFile(address, [accountHome(), tmpdir()]);
  process.once('exit', file.remove);
  void server.signedIn.then(file.remove);
  const opened = await openInBrowser(file.path);
  opened.on('error', tellNoBrowser);
}

function tellNoBrowser(): void {
  console.error('No browser could be opened: open the address above by hand.');
}

async function main(): Promise<void> {
  const options = readLoopbackOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    console.log(LOOPBACK_HELP);
    return;
  }
  const running = await runLoopback(options);
  const address = running.server.newAddress();
  console.log(address);
  offerMoreAddresses(running.server);

  let askedAt: number | null = null;
  function end(): void {
    const again = askedAt !== null && performance.now() - askedAt > IMPATIENT_AFTER_MS;
    if (again) process.exit(130);
    if (askedAt !== null) return;
    askedAt = performance.now();
    void running.close().finally(() => process.exit(0));
  }
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  if (options.open) await openBrowser(running.server, address).catch(tellNoBrowser);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
