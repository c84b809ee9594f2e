import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCoreLog } from '../../../electron/hosts/core-log.ts';
import { testFolder } from '../../support/core.ts';

const SOURCE = new URL('../../../electron/hosts/core-log.ts', import.meta.url).href;

describe('electron/hosts/core-log', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    file = path.join(folder, 'logs', 'signalbox.log');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('keeps warnings and worse, with their cause, after those of other starts', () => {
    openCoreLog(file).warn('first');
    const log = openCoreLog(file);

    log.info('not kept');
    log.error({ err: new Error('what went wrong') }, 'second');

    const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, msg: 'first' },
      { level: 50, msg: 'second', err: { message: 'what went wrong', stack: expect.any(String) } },
    ]);
  });

  it('begins a new file where the old one has grown large, and keeps that', () => {
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, 'x'.repeat(5 * 1024 * 1024 + 1));

    openCoreLog(file).warn('new');

    expect(fs.readFileSync(file, 'utf8')).toMatch(/"msg":"new"/);
    expect(fs.statSync(`${file}.old`).size).toBeGreaterThan(5 * 1024 * 1024);
  });

  it('goes to standard error where the file cannot be made, and says why', () => {
    fs.writeFileSync(path.dirname(file), 'a file where the folder should be');
    const program = `import { openCoreLog } from ${JSON.stringify(SOURCE)}; openCoreLog(${JSON.stringify(file)}).warn('said')`;

    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });

    const lines = stderr.trim().split('\n');
    expect(status).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'the log file cannot be written', err: { code: 'EEXIST' } },
      { msg: 'said' },
    ]);
  });
});
