import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The hash of what each part was last built from whole, by the part's name. */
export type Stamps = Readonly<Record<string, string | undefined>>;

export function readStamps(file: string): Stamps {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamps;
  } catch {
    return {};
  }
}

function writeStamp(file: string, name: string, hash: string | undefined): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...readStamps(file), [name]: hash }));
  renameSync(draft, file);
}

/**
 * Builds a part and then stamps it. Its old stamp goes first: a build that breaks off leaves files of both builds, which
 * must not pass as the old one when the sources are what they were.
 */
export async function buildStamped(
  file: string,
  part: { readonly name: string; readonly hash: string },
  run: () => Promise<void>,
): Promise<void> {
  writeStamp(file, part.name, undefined);
  await run();
  writeStamp(file, part.name, part.hash);
}
