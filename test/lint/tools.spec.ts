import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TIMEOUT = 60_000;
const BAN = ['an', 'y'].join('');

/** Files planted with one fault each, and what the tool must say of it. */
const PLANTED: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['shared/domain/clock.ts', 'export const now = () => Date.now();', 'no-restricted-globals'],
  ['shared/domain/new-date.ts', 'export const now = () => new Date(0);', 'no-restricted-globals'],
  ['shared/domain/dice.ts', 'export const dice = () => Math.random();', 'no-restricted-properties'],
  ['shared/domain/surroundings.ts', 'export const zone = () => process.env.TZ;', 'no-restricted-globals'],
  ['electron/core/default.ts', 'export default 1;', 'no-default-export'],
  ['electron/core/loose.ts', `export const read = (value: ${BAN}) => value;`, 'no-explicit-any'],
  ['electron/core/proven.ts', 'export const first = (list: string[]) => list[0]!;', 'no-non-null-assertion'],
  ['electron/core/nested.ts', 'export const f = (a: number) => (a > 1 ? 1 : a > 0 ? 2 : 3);', 'no-nested-ternary'],
  [
    'electron/core/many.ts',
    'export function f(a = 1, b = 1, c = 1, d = 1, e = 1) { return a + b + c + d + e; }',
    'max-params',
  ],
  ['electron/core/long.ts', '// a line\n'.repeat(401), 'max-lines'],
  ['electron/core/camelCase.ts', 'export const a = 1;', 'filename-case'],
  ['electron/core/ring-a.ts', "import { b } from './ring-b.ts';\nexport const a = () => b;", 'no-cycle'],
  ['electron/core/ring-b.ts', "import { a } from './ring-a.ts';\nexport const b = () => a;", 'no-cycle'],
  [
    'renderer/raw.tsx',
    'export const Raw = (p: { h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;',
    'no-danger',
  ],
];
const SOUND =
  "import { Temporal } from 'temporal-polyfill';\n\nexport const day = (text: string) => Temporal.PlainDate.from(text);\n";

let root = '';

function bin(name: string): string {
  return join(process.cwd(), 'node_modules', '.bin', name);
}

function run(program: string, ...args: readonly string[]): { readonly status: number | null; readonly text: string } {
  const { FORCE_COLOR: _colour, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(bin(program), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1' },
  });
  return { status, text: `${stdout}${stderr}` };
}

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'signalbox-lint-'));
  for (const file of ['.oxlintrc.json', 'biome.json', 'tsconfig.base.json', '.gitignore'])
    copyFileSync(file, join(root, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'dir');
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('.oxlintrc.json', () => {
  let findings = new Map<string, string>();

  beforeAll(() => {
    for (const [path, text] of PLANTED) plant(path, text);
    plant('shared/domain/sound.ts', SOUND);
    const { text } = run('oxlint', '-f', 'unix', '.');
    findings = new Map(
      PLANTED.map(([path]) => [
        path,
        text
          .split('\n')
          .filter((line) => line.startsWith(`${path}:`))
          .join('\n'),
      ]),
    );
    findings.set('shared/domain/sound.ts', text.includes('sound.ts') ? text : '');
  }, TIMEOUT);

  it.each(PLANTED)('finds what is wrong with %s', (path, _text, rule) => {
    expect(findings.get(path)).toContain(rule);
  });

  it('finds nothing in a sound file', () => {
    expect(findings.get('shared/domain/sound.ts')).toBe('');
  });
});

describe('biome.json', () => {
  it.each([
    ['spacing', 'export const a =1;\n'],
    ['quotes', 'export const a = "1";\n'],
    ['the order of imports', "import { b } from './b.ts';\nimport { a } from './a.ts';\n\nexport const c = [a, b];\n"],
  ])('finds wrong %s', (_what, text) => {
    plant('shared/model/planted.ts', text);

    expect(run('biome', 'check', 'shared/model/planted.ts').status).toBe(1);
  });

  it('finds nothing in a sound file', () => {
    plant('shared/model/planted.ts', SOUND);

    expect(run('biome', 'check', 'shared/model/planted.ts').status).toBe(0);
  });
});

describe('the tsconfig of shared', () => {
  const compile = (text: string) => {
    const folder = mkdtempSync(join(root, 'layer-'));
    writeFileSync(join(folder, 'planted.ts'), text);
    copyFileSync(join(process.cwd(), 'shared', 'tsconfig.json'), join(folder, 'tsconfig.json'));
    return run('tsc', '-p', join(folder, 'tsconfig.json'));
  };

  it.each([
    ['Node', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;"],
    ['process', 'export const a = process.env;'],
    ['the page', 'export const a = document.title;'],
    ['timers', 'setTimeout(() => {}, 1);'],
  ])(
    'refuses %s',
    (_what, text) => {
      expect(compile(text).text).toMatch(/error TS\d+/);
    },
    TIMEOUT,
  );

  it(
    'takes pure code',
    () => {
      expect(compile('export const a = (b: readonly number[]) => b.length;\n')).toEqual({ status: 0, text: '' });
    },
    TIMEOUT,
  );
});
