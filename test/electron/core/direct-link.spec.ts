import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../support/core.ts';

const OPTIONS = { context: {} };

describe('electron/core/direct-link', () => {
  let core: TestCore;
  beforeEach(async () => {
    core = await testCore();
  });
  afterEach(() => core.end());

  it('finds a procedure by the parts of its name', async () => {
    const info = await core.core.link.call(['workspace', 'info'], {}, OPTIONS);

    expect(info).toMatchObject({ name: 'Test' });
  });

  it.each([
    [['workspace/info']],
    [['workspace', 'info', '~orpc']],
    [['workspace', 'constructor']],
    [['__proto__', 'workspace', 'info']],
  ])('finds nothing at %j', async (path) => {
    const answer = core.core.link.call(path, {}, OPTIONS);

    await expect(answer).rejects.toMatchObject({ code: 'UNKNOWN_PROCEDURE' });
  });

  it('ends the work behind a subscription that nobody reads any more', async () => {
    const events = (await core.core.link.call(['system', 'changes'], {}, OPTIONS)) as AsyncIterableIterator<unknown>;
    await events.next();
    const waiting = events.next();

    await events.return?.();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
