import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'coverage', 'playwright-report', 'test-results', '.cache']);
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|jsonc|md|yml|yaml|html|css|sql|svg|txt|sh)$|^[^.]*$|^\.[a-z]+$/i;

/** Every text file of the project below some folders, sorted; built and installed files left out. */
export function readProjectFiles(root: string, below: readonly string[] = ['.']): readonly SourceFile[] {
  const paths: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      // What is packaged lies in the root's `release`; a feature may well be called so.
      if (entry.isDirectory() && !NOT_OURS.has(entry.name) && path !== 'release') visit(path);
      if (entry.isFile() && TEXT.test(entry.name)) paths.push(path);
    }
  };
  for (const folder of below) visit(folder);
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Whether a file holds TypeScript that the rules about code are for. */
export function isCode(file: SourceFile): boolean {
  return /\.(ts|tsx|mjs)$/.test(file.path) && !file.path.endsWith('.d.ts');
}
