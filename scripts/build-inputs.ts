import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One part of the build: what it is made from, and the file whose presence shows that it was made. */
export interface BuildPart {
  readonly name: string;
  /** Globs relative to the project's root. */
  readonly inputs: readonly string[];
  /** Relative to the project's root. */
  readonly outputs: readonly string[];
}

/**
 * SHA-256 over the names and contents of a part's inputs and of the tools that build it. Contents rather than times,
 * so that a fresh clone, a branch switch and back, or a touched file build nothing twice.
 */
export function hashInputs(root: string, part: BuildPart): string {
  const hash = createHash('sha256');
  const files = globSync([...part.inputs], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(file.slice(root.length).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether a part must be built: an output is missing, or its inputs are not those that `builtHash` was taken of. */
export function isStale(root: string, part: BuildPart, builtHash: string | undefined): boolean {
  if (part.outputs.some((output) => !existsSync(join(root, output)))) return true;
  return builtHash !== hashInputs(root, part);
}
