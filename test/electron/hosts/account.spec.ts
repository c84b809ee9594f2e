import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountHome, accountName } from '../../../electron/hosts/account.ts';

const SOURCE = new URL('../../../electron/hosts/account.ts', import.meta.url).href;
const NAMELESS = 54_321;

/** What another process says of its account; only root can start one under another. */
function askAs(uid: number | null, home: string): unknown {
  const program = `import { accountHome, accountName } from ${JSON.stringify(SOURCE)};
    console.log(JSON.stringify([accountName(), accountHome()]));`;
  const account = uid === null ? {} : { uid, gid: uid };
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home },
    cwd: '/',
    ...account,
  });
  return JSON.parse(stdout);
}

describe('electron/hosts/account', () => {
  it('is this account', () => {
    expect(accountName()).toBe(userInfo().username);
    expect(isAbsolute(accountHome())).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('finds the home of an account whose HOME is empty', () => {
    expect(askAs(null, '')).toEqual([userInfo().username, userInfo().homedir]);
    expect(askAs(null, '/people/anna')).toEqual([userInfo().username, '/people/anna']);
  });

  it.skipIf(process.getuid?.() !== 0)('names an account that has no name (only root can become one)', () => {
    expect(askAs(NAMELESS, '')).toEqual([`account ${NAMELESS}`, '']);
    expect(askAs(NAMELESS, '/data')).toEqual([`account ${NAMELESS}`, '/data']);
  });
});
