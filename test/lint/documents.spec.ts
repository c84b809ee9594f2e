import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjectFiles } from './rules/source-files.ts';

/** Links of a text to files of the project that are not there. */
function brokenLinks(path: string, text: string, isThere: (path: string) => boolean): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links
    .filter((link) => !/^(https?:|#|mailto:)/.test(link))
    .filter((link) => !isThere(posix.join(posix.dirname(path), link.replace(/#.*$/, ''))))
    .map((link) => `${path} links to ${link}, which is not there`);
}

/** The packages that a table's first column names. */
function packagesInTable(text: string): readonly string[] {
  const [, section = ''] = text.split('## What it stands on');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

describe('the rules for documents', () => {
  it('find a link to nothing', () => {
    const text = '[a](there.md) [b](gone.md#part) ![c](https://example.org/x.png) [d](#below)';

    expect(brokenLinks('docs/a.md', text, (path) => path === 'docs/there.md')).toEqual([
      'docs/a.md links to gone.md#part, which is not there',
    ]);
  });
});

describe('the project', () => {
  it('has no link to nothing in its documents', () => {
    const documents = readProjectFiles('.').filter((file) => file.path.endsWith('.md'));

    expect(documents.length).toBeGreaterThan(10);
    expect(documents.flatMap((file) => brokenLinks(file.path, file.text, existsSync))).toEqual([]);
  });

  it('says of every package why it is there, and of none that is not', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
    const wanted = groups.flatMap((group) => Object.keys(manifest[group] ?? {}));

    expect(packagesInTable(readFileSync('ARCHITECTURE.md', 'utf8')).toSorted()).toEqual(wanted.toSorted());
  });
});
