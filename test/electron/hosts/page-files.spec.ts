import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageFiles, readPageFiles } from '../../../electron/hosts/page-files.ts';
import { testFolder } from '../../support/core.ts';

describe('electron/hosts/page-files', () => {
  let folder: string;
  let files: PageFiles;
  beforeAll(async () => {
    folder = testFolder();
    const page = path.join(folder, 'page');
    fs.mkdirSync(path.join(page, 'assets'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    fs.writeFileSync(path.join(page, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
    fs.writeFileSync(path.join(page, 'assets', 'index-B5x0aQ3d.js'), 'export {};');
    fs.writeFileSync(path.join(page, 'assets', 'plain.css'), 'a {}');
    fs.writeFileSync(path.join(page, 'program.exe'), 'MZ');
    fs.symlinkSync(path.join(folder, 'secret.txt'), path.join(page, 'link.txt'));
    files = await readPageFiles(page);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('gives each answer of the page a nonce of its own, in its policy and in itself', async () => {
    const answers = [files.respond('/', null), files.respond('/index.html', null)];

    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const nonce = /content="([\w-]+)"/.exec((await answer?.text()) ?? '')?.[1] ?? 'none';
        expect(answer?.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).toMatch(/^[\w-]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('lets nobody keep the page, and everybody keep what is named by its content', () => {
    expect(files.respond('/', null)?.headers.get('cache-control')).toBe('no-store');
    expect(files.respond('/assets/index-B5x0aQ3d.js', null)?.headers.get('cache-control')).toContain('immutable');
    expect(files.respond('/assets/plain.css', null)?.headers.get('cache-control')).toBe('no-cache');
  });

  it('says types exactly and forbids guessing them', () => {
    const script = files.respond('/assets/index-B5x0aQ3d.js', null);

    expect(Object.fromEntries(script?.headers ?? [])).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd',
    '/link.txt',
    '/program.exe',
    '/assets',
    '/assets/',
    '',
    '/index.html/',
    '/INDEX.HTML',
    '/index.html\0',
    '/constructor',
  ])('has nothing at %j', (url) => {
    expect(files.respond(url, null)).toBeNull();
  });
});
