import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readProjectFiles } from './rules/source-files.ts';
import { findBadNames, findUncleanText } from './rules/text-hygiene.ts';

/** Joins what must not stand together in this file, which is looked at too. */
function joined(...parts: readonly string[]): string {
  return parts.join('');
}

describe('test/lint/rules/text-hygiene', () => {
  it.each([
    ['a home folder', joined('see /ho', 'me/anna/notes/x'), 'home folder'],
    ["a Mac's home folder", joined('"/Us', 'ers/anna/x"'), 'home folder'],
    ["a Windows user's folder", joined('C:\\Us', 'ers\\anna'), 'home folder'],
    ['an unfinished merge', joined('a\n<<<<', '<<< ours\nb'), 'merge'],
    ['work put off', joined('// TO', 'DO later'), 'puts work off'],
    ['a token', joined('ghp', '_', 'a'.repeat(36)), 'real secret'],
    ['a private key', joined('-----BEGIN RSA PRIV', 'ATE KEY-----\n', 'A'.repeat(64)), 'private key'],
    ["this machine's folder", 'read /srv/checkout/a.ts', 'folder of this machine'],
  ])('finds %s', (_what, text, why) => {
    const found = findUncleanText([{ path: 'a.md', text }], ['/srv/checkout']);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(why);
  });

  it.each([
    'https://example.org/home/page/x',
    'the word home/office',
    '======== a heading',
    'toDoList',
    '/usr/bin/chromium',
  ])('lets %s be', (text) => {
    expect(findUncleanText([{ path: 'a.md', text }], ['/srv/checkout'])).toEqual([]);
  });

  it('finds names that are not kebab-case', () => {
    const paths = [
      'a/TrainPage.tsx',
      'a/train_page.ts',
      'a/train-page.ts',
      'README.md',
      'connectors/_kit/http.ts',
      '.npmrc',
    ];

    expect(findBadNames(paths.map((path) => ({ path, text: '' }))).map((line) => line.split(' ')[0])).toEqual([
      'a/TrainPage.tsx',
      'a/train_page.ts',
    ]);
  });
});

describe('the project', () => {
  const files = readProjectFiles('.');

  it('holds no path, secret or unfinished work', () => {
    expect(findUncleanText(files, [process.cwd(), homedir()])).toEqual([]);
  });

  it('has kebab-case names', () => {
    expect(findBadNames(files)).toEqual([]);
  });
});
