import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs, isStale } from '../../scripts/build-inputs.ts';
import { testFolder } from '../support/core.ts';

const PART = { name: 'node', inputs: ['src/**/*.ts', 'package.json'], outputs: ['dist/main.js'] };

describe('scripts/build-inputs', () => {
  let root: string;
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  beforeEach(() => {
    root = testFolder();
    write('package.json', '{}');
    write('src/a.ts', 'export const a = 1;');
    write('dist/main.js', '');
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  it('builds nothing twice, whatever the times of the files', () => {
    const built = hashInputs(root, PART);
    fs.utimesSync(path.join(root, 'src/a.ts'), 1, 1);

    expect(isStale(root, PART, built)).toBe(false);
  });

  it.each([
    ['a file changed', () => write('src/a.ts', 'export const a = 2;')],
    ['a file came', () => write('src/deep/b.ts', '')],
    ['a file went', () => fs.rmSync(path.join(root, 'src/a.ts'))],
    ['a file was renamed', () => fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/b.ts'))],
    ['a tool changed', () => write('package.json', '{"x":1}')],
    ['an output went', () => fs.rmSync(path.join(root, 'dist/main.js'))],
  ])('builds when %s', (_title, change) => {
    const built = hashInputs(root, PART);

    change();

    expect(isStale(root, PART, built)).toBe(true);
  });

  it('builds what was never built, and not for what it is not made of', () => {
    const built = hashInputs(root, PART);
    write('README.md', 'more');

    expect(isStale(root, PART, undefined)).toBe(true);
    expect(isStale(root, PART, built)).toBe(false);
  });
});
