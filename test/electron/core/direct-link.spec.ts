import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectLink } from '../../../electron/core/direct-link.ts';
import type { CoreRouter } from '../../../electron/core/router.ts';
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

  it('answers a reader who has left while it waited', async () => {
    const events = (await core.core.link.call(['system', 'changes'], {}, OPTIONS)) as AsyncIterableIterator<unknown>;
    await events.next();
    const waiting = events.next();

    await events.return?.();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends the work behind a subscription that nobody reads any more', async () => {
    const ended = Promise.withResolvers<string>();
    const follow = os.handler(async function* ({ signal }) {
      try {
        yield 1;
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      } finally {
        ended.resolve('ended');
      }
    });
    // The link looks at procedures and their paths only.
    const router = { test: { follow } } as unknown as CoreRouter;
    const link = createDirectLink(router, { principal: { actor: 'Ada', can: 'read' } });
    const events = (await link.call(['test', 'follow'], {}, OPTIONS)) as AsyncIterableIterator<unknown>;
    await events.next();
    void events.next();

    await events.return?.();

    expect(await ended.promise).toBe('ended');
  });
});
