import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that leads on to the address at once, and by a click where that is switched off. */
function pageTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>Signalbox</title>
<p><a href="${address}">Open Signalbox</a></p>
`;
}

export interface AddressFile {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Writes a file that only this account can read and that leads to the address, in the first of the folders that takes it.
 * A browser that is started gets the file's name: every account of a machine can see what programs are started with, and
 * the address holds a token. Throws where no folder takes it.
 */
export function writeAddressFile(address: string, folders: readonly string[]): AddressFile {
  let refusal: unknown = new Error('no folder was named');
  for (const folder of folders) {
    const path = join(folder, `signalbox-sign-in-${randomBytes(6).toString('hex')}.html`);
    try {
      writeFileSync(path, pageTo(address), { mode: 0o600, flag: 'wx' });
      return { path, remove: () => rmSync(path, { force: true }) };
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}
