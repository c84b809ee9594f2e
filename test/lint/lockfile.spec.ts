import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHostsAndGaps, findMissingPackages, findOpenVersions, type LockedPackages } from './rules/lockfile.ts';

describe('test/lint/rules/lockfile', () => {
  it('finds a part for another platform that the lockfile lacks', () => {
    const packages: LockedPackages = {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': { optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' } },
      'node_modules/@tool/linux': { version: '1.0.0' },
    };

    expect(findMissingPackages(packages)).toEqual(['node_modules/tool needs @tool/mac, which the lockfile lacks']);
  });

  it('finds a part that is there for another version of the tool only', () => {
    const packages: LockedPackages = {
      'node_modules/tool': { optionalDependencies: { '@tool/mac': '2.0.0' } },
      'node_modules/@tool/mac': { version: '1.0.0' },
      'node_modules/other/node_modules/tool': { optionalDependencies: { '@tool/mac': '1.0.0' } },
    };

    expect(findMissingPackages(packages)).toEqual([
      'node_modules/tool needs @tool/mac 2.0.0, and the lockfile holds 1.0.0',
    ]);
  });

  it('finds a package where Node would: beside its asker, then above', () => {
    const packages: LockedPackages = {
      '': {},
      'node_modules/a': { dependencies: { b: '1', c: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/c': {},
    };

    expect(findMissingPackages(packages)).toEqual([]);
    expect(findMissingPackages({ '': { dependencies: { constructor: '1' } } })).toHaveLength(1);
  });

  it('finds hosts and missing hashes', () => {
    const packages: LockedPackages = {
      '': {},
      'node_modules/a': { resolved: 'https://registry.example/a.tgz', integrity: 'sha512-x' },
      'node_modules/b': {},
    };

    expect(findHostsAndGaps(packages)).toEqual([
      'node_modules/a names the host https://registry.example/a.tgz; any registry must do',
      'node_modules/b has no integrity hash',
    ]);
  });

  it('finds versions left open', () => {
    const manifest = { dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: 'latest', d: '1.0.0-beta.2' } };

    expect(findOpenVersions(manifest)).toHaveLength(2);
  });
});

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: LockedPackages };

  it('was looked at', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(300);
  });

  it('holds every package for every platform', () => {
    expect(findMissingPackages(packages)).toEqual([]);
  });

  it('names no host and proves each package by its hash', () => {
    expect(findHostsAndGaps(packages)).toEqual([]);
  });

  it('is installed without running anything, so that no step needs a compiler', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('belongs to a package.json of exact versions', () => {
    expect(findOpenVersions(JSON.parse(readFileSync('package.json', 'utf8')))).toEqual([]);
  });
});
