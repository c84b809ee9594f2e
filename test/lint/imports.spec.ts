import { describe, expect, it } from 'vitest';
import { findCycles, type Module, readModule } from './rules/imports.ts';
import { findBreaches } from './rules/layers.ts';
import { isCode, readProjectFiles } from './rules/source-files.ts';

/** Fewer modules than this means that the rules looked at nothing, not that all is well. */
const LEAST_MODULES = 500;

function moduleOf(path: string, ...specifiers: readonly string[]): Module {
  return { path, imports: specifiers.map((specifier) => ({ specifier, line: 1 })) };
}

function breachesOf(path: string, specifier: string, to: string): readonly string[] {
  return findBreaches([moduleOf(path, specifier)], new Set([to]));
}

describe('test/lint/rules/imports', () => {
  it('reads every way of importing, and none from text', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from './b.ts';
      import './c.css';
      export * from './d.ts';
      export { e } from './e.ts';
      const f = await import('./f.ts');
      type G = import('./g.ts').G;
      new Worker(new URL('./h.ts', import.meta.url));
      const no = "import './not.ts'"; // import './nor.ts'
      const view = <p>import './neither.ts'</p>;
    `;

    const { imports } = readModule({ path: 'x.tsx', text });

    expect(imports.map((each) => each.specifier)).toEqual([
      './a.ts',
      './b.ts',
      './c.css',
      './d.ts',
      './e.ts',
      './f.ts',
      './g.ts',
      './h.ts',
    ]);
    expect(imports[0]?.line).toBe(2);
  });

  it('finds rings, however long, and modules that import themselves', () => {
    const ring = [moduleOf('a.ts', './b.ts'), moduleOf('b.ts', './c.ts'), moduleOf('c.ts', './a.ts', './d.ts')];

    expect(findCycles([...ring, moduleOf('d.ts'), moduleOf('e.ts', './e.ts')])).toEqual([
      ['a.ts', 'b.ts', 'c.ts'],
      ['e.ts'],
    ]);
    expect(findCycles([moduleOf('a.ts', './b.ts', './c.ts'), moduleOf('b.ts', './c.ts'), moduleOf('c.ts')])).toEqual(
      [],
    );
  });
});

describe('test/lint/rules/layers', () => {
  it.each([
    ['model on domain', 'shared/model/a.ts', '../domain/b.ts', 'shared/domain/b.ts'],
    ['domain on contract', 'shared/domain/a.ts', '../contract/b.ts', 'shared/contract/b.ts'],
    ['contract on core', 'shared/contract/a.ts', '../../electron/core/b.ts', 'electron/core/b.ts'],
    ['core on a host', 'electron/core/a.ts', '../hosts/b.ts', 'electron/hosts/b.ts'],
    ['host on the shell', 'electron/hosts/a.ts', '../shell/b.ts', 'electron/shell/b.ts'],
    ['preload on the core', 'electron/preload/a.ts', '../core/b.ts', 'electron/core/b.ts'],
    ['renderer on the core', 'renderer/lib/a.ts', '../../electron/core/b.ts', 'electron/core/b.ts'],
    ['core on a test', 'electron/core/a.ts', '../../test/support/b.ts', 'test/support/b.ts'],
    ['a script on a spec', 'scripts/a.ts', '../test/lint/b.spec.ts', 'test/lint/b.spec.ts'],
    [
      'connector on its sibling',
      'electron/core/connectors/jira/a.ts',
      '../github/b.ts',
      'electron/core/connectors/github/b.ts',
    ],
    ['connector on the database', 'electron/core/connectors/jira/a.ts', '../../db/b.ts', 'electron/core/db/b.ts'],
    ['the store on a service', 'electron/core/db/a.ts', '../services/b.ts', 'electron/core/services/b.ts'],
    ['feature on its sibling', 'renderer/features/today/a.ts', '../train/b.ts', 'renderer/features/train/b.ts'],
    ['feature on the app', 'renderer/features/today/a.ts', '../../app/b.ts', 'renderer/app/b.ts'],
    ['ui on a feature', 'renderer/ui/a.ts', '../features/today/b.ts', 'renderer/features/today/b.ts'],
  ])('refuses %s', (_what, path, specifier, to) => {
    expect(breachesOf(path, specifier, to)).toHaveLength(1);
  });

  it.each([
    ['SQLite in a service', 'electron/core/services/a.ts', 'better-sqlite3'],
    ['Electron in the core', 'electron/core/a.ts', 'electron'],
    ['Electron in the loopback host', 'electron/hosts/loopback/a.ts', 'electron'],
    ['electron-store in the loopback host', 'electron/hosts/loopback/a.ts', 'electron-store'],
    ['Node in the domain', 'shared/domain/a.ts', 'node:fs'],
    ['Node in the renderer', 'renderer/lib/a.ts', 'node:path'],
    ['React in the core', 'electron/core/a.ts', 'react'],
  ])('refuses %s', (_what, path, specifier) => {
    expect(findBreaches([moduleOf(path, specifier)], new Set())).toHaveLength(1);
  });

  it.each([
    ['core on the contract', 'electron/core/a.ts', '../../shared/contract/b.ts', 'shared/contract/b.ts'],
    [
      'connector on the kit',
      'electron/core/connectors/jira/a.ts',
      '../_kit/b.ts',
      'electron/core/connectors/_kit/b.ts',
    ],
    [
      'registry on a connector',
      'electron/core/connectors/registry.ts',
      './jira/b.ts',
      'electron/core/connectors/jira/b.ts',
    ],
    ['app on a feature', 'renderer/app/a.ts', '../features/today/b.ts', 'renderer/features/today/b.ts'],
    ['a test on anything', 'test/e2e/a.ts', '../../electron/core/db/b.ts', 'electron/core/db/b.ts'],
  ])('lets %s', (_what, path, specifier, to) => {
    expect(breachesOf(path, specifier, to)).toEqual([]);
  });

  it('says why, and names a file that is not there', () => {
    expect(breachesOf('electron/core/a.ts', './gone.ts', 'electron/core/b.ts')).toEqual([
      'electron/core/a.ts:1 imports ./gone.ts: there is no such file',
    ]);
    expect(breachesOf('shared/model/a.ts', '../domain/b.ts', 'shared/domain/b.ts')).toEqual([
      'shared/model/a.ts:1 imports ../domain/b.ts: the vocabulary stands on nothing',
    ]);
  });
});

describe('the project', () => {
  const files = readProjectFiles('.');
  const modules = files.filter(isCode).map(readModule);

  it('was looked at', () => {
    expect(modules.length).toBeGreaterThan(LEAST_MODULES);
  });

  it('imports only as the layers allow', () => {
    expect(findBreaches(modules, new Set(files.map((file) => file.path)))).toEqual([]);
  });

  it('has no ring of imports, types included, in what ships', () => {
    expect(findCycles(modules.filter((module) => !module.path.startsWith('test/')))).toEqual([]);
  });
});
