import fs from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** Marks where the fuses are in Electron's program: @electron/fuses looks for it, and so does the program itself. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSES = 9;

/**
 * Writes a folder that electron-builder takes for a downloaded runtime: a program that only has the fuses in it, and an
 * empty default application. With it, packaging needs no network.
 */
export async function writeStubRuntime(folder: string): Promise<void> {
  const resources = path.join(folder, 'resources');
  const empty = path.join(folder, 'empty');
  fs.mkdirSync(resources, { recursive: true });
  fs.mkdirSync(empty);
  await createPackage(empty, path.join(resources, 'default_app.asar'));
  fs.rmdirSync(empty);
  const fuses = Buffer.concat([
    Buffer.from('stub '),
    Buffer.from(SENTINEL),
    Buffer.from([FUSE_VERSION, FUSES]),
    Buffer.from('1'.repeat(FUSES)),
    Buffer.from(' stub'),
  ]);
  fs.writeFileSync(path.join(folder, 'electron'), fuses, { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'version'), '45.4.1');
}
