import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../electron/core/connectors/_kit/connector.ts';
import { createPageFollower } from '../../../../electron/core/sync/follow-page.ts';
import { createRequestStack } from '../../../../electron/core/sync/request-stack.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

/** A connector whose next requests are written in the page itself. */
const scripted = {
  ...tiny,
  next: (response: { body: string }) => {
    const { next = [] } = JSON.parse(response.body) as { next?: PageRequest[] };
    return { next, watermark: null };
  },
};

describe('electron/core/sync/follow-page', () => {
  function follower(...queued: readonly PageRequest[]) {
    const stack = createRequestStack(queued.map((request, position) => ({ position, request })));
    const follow = createPageFollower(scripted, tinyConnection(), stack);
    return (request: PageRequest, ...next: readonly PageRequest[]) => {
      const filler = 'x'.repeat(200);
      const continuation = follow(request, tinyResponse({ filler, next }));
      stack.putFirst(continuation.next);
      return continuation.next.map(({ key }) => key);
    };
  }

  const one = tinyRequest('1', { path: '/list?page=1' });
  const two = tinyRequest('2', { path: '/list?page=2' });

  it('goes on as the connector says', () => {
    const follow = follower(one);

    expect(follow(one, two)).toEqual(['2']);
    expect(follow(two)).toEqual([]);
  });

  it('notices a list that goes on with a page it has had', () => {
    const follow = follower(one);
    follow(one, two);

    expect(() => follow(two, one)).toThrow(
      expect.objectContaining({ code: 'PROVIDER_LOOP', message: expect.stringContaining('a names') }),
    );
  });

  it('notices the same page under another cursor', () => {
    const stack = createRequestStack([{ position: 0, request: one }]);
    const follow = createPageFollower(scripted, tinyConnection(), stack);
    const page = tinyResponse({ filler: 'x'.repeat(200), next: [two] });
    stack.putFirst(follow(one, page).next);

    expect(() => follow(two, tinyResponse({ filler: 'x'.repeat(200), next: [two] }))).toThrow(/again and again/);
  });

  it('lets a list of its own begin with what another one ended with', () => {
    const other = { ...two, begins: true };
    const stack = createRequestStack([{ position: 0, request: one }]);
    const byKey = {
      ...scripted,
      next: (_page: unknown, { key }: PageRequest) => ({ next: key === '1' ? [other] : [], watermark: null }),
    };
    const follow = createPageFollower(byKey, tinyConnection(), stack);
    const page = tinyResponse({ filler: 'x'.repeat(200) });
    stack.putFirst(follow(one, page).next);

    expect(follow(other, page).next).toEqual([]);
  });

  it.each([
    ['short pages', { body: {}, path: '/list?page=2', method: 'GET' }],
    ['pages of other lists', { body: { filler: 'x'.repeat(200) }, path: '/other?page=2', method: 'GET' }],
    ['what is posted', { body: { filler: 'x'.repeat(200) }, path: '/list?page=2', method: 'POST' }],
  ] as const)('lets equal answers be: %s', (_what, { body, path, method }) => {
    const next = tinyRequest('2', { path, method });
    const stack = createRequestStack([{ position: 0, request: one }]);
    const plain = { ...scripted, next: () => ({ next: stack.knows('2') ? [] : [next], watermark: null }) };
    const follow = createPageFollower(plain, tinyConnection(), stack);
    stack.putFirst(follow(one, tinyResponse(body)).next);

    expect(() => follow(next, tinyResponse(body))).not.toThrow();
  });

  it('notices a list that goes on with the request that was just answered', () => {
    const follow = follower(one);

    expect(() => follow(one, { ...two, path: one.path })).toThrow(/again and again/);
    expect(follow(one, { ...two, path: one.path, method: 'POST', body: 'page 2' })).toEqual(['2']);
  });

  it('takes a detail that is named twice for a row that moved', () => {
    const detail = tinyRequest('d', { stream: 'details' });
    const follow = follower(one);
    follow(one, detail, two);

    expect(follow(two, detail)).toEqual(['d']);
  });
});
