import { describe, expect, it } from 'vitest';
import { isStale } from '../../../renderer/lib/stale-queries.ts';
import type { TopicName } from '../../../shared/model/change-event.ts';

const topics = (...names: TopicName[]) => new Set(names);

describe('renderer/lib/stale-queries', () => {
  it.each([
    [['trains', 'list'], topics('train'), true],
    [['trains', 'list'], topics('release', 'journal'), true],
    [['trains', 'list'], topics('connection'), false],
    [['journal', 'next'], topics('journal'), true],
    [['workItems', 'search'], topics('work-item'), true],
    [['workItems', 'search'], topics('transition'), false],
    [['system', 'versions'], topics('train', 'journal', 'work-item'), false],
    [['trains', 'list'], topics(), false],
    [['no', 'such'], topics('train'), false],
  ])('decides whether %j is stale (case %#)', (path, moved, stale) => {
    expect(isStale([path, { type: 'query', input: {} }], moved)).toBe(stale);
  });

  it('leaves keys that are no procedure alone', () => {
    expect(isStale(['anything'], topics('train'))).toBe(false);
  });
});
