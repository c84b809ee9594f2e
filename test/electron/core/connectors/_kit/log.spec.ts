import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../../electron/core/connectors/_kit/log.ts';

describe('electron/core/connectors/_kit/log', () => {
  it('writes lines of JSON without secrets, however deep they sit', () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) }, ['hunter2hunter2']);
    const cause = new Error('socket to https://ada:hunter2hunter2@x closed');

    log.warn({ err: new Error('outer hunter2hunter2', { cause }) }, 'failed with hunter2hunter2');
    log.debug({ headers: { authorization: 'Bearer another-one' }, nested: { list: ['hunter2hunter2'] } }, 'asked');

    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, msg: 'failed with [secret]' });
    expect(lines[0]).toContain('closed');
    expect(lines.join()).not.toMatch(/hunter2|another-one/);
  });
});
