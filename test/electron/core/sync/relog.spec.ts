import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../electron/core/connectors/_kit/log.ts';
import { relog } from '../../../../electron/core/sync/relog.ts';

/** What a log of this level keeps of lines that a thread logged. */
function kept(level: pino.Level, work: (thread: pino.Logger) => void): unknown[] {
  const lines: unknown[] = [];
  const log = pino({ level }, { write: (line) => lines.push(JSON.parse(line)) });
  work(createLog({ write: (line) => relog(log, line) }, [null]));
  return lines;
}

describe('electron/core/sync/relog', () => {
  it.each(['debug', 'info', 'warn', 'error', 'fatal'] as const)('keeps the level %s', (level) => {
    const lines = kept('trace', (thread) => thread[level]({ page: 7 }, 'said'));

    expect(lines).toMatchObject([{ level: pino.levels.values[level], msg: 'said', sync: { page: 7 } }]);
  });

  it('keeps out what the log does not want, and the cause of what it wants', () => {
    const lines = kept('warn', (thread) => {
      thread.info('not this');
      thread.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed');
    });

    expect(lines).toMatchObject([
      { msg: 'failed', sync: { err: { message: 'outer', stack: expect.any(String), cause: { message: 'inner' } } } },
    ]);
  });

  it('shows a line of a level that nobody knows', () => {
    const lines: string[] = [];
    relog(pino({ level: 'error' }, { write: (line) => lines.push(line) }), '{"level":55,"msg":"odd"}');

    expect(lines).toHaveLength(1);
  });
});
