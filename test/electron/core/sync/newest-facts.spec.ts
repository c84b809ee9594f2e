import { describe, expect, it } from 'vitest';
import type { MappedPage, Replaced } from '../../../../electron/core/connectors/_kit/connector.ts';
import { createNewestFacts } from '../../../../electron/core/sync/newest-facts.ts';
import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../shared/model/ids.ts';

const connectionId = 'c' as ConnectionId;

function link(key: string, fromId: string): MappedFact {
  const rest = {
    connectionId,
    externalId: key,
    url: null,
    toKey: 'X-1',
    type: 'Blocks',
    direction: 'outward',
  } as const;
  return { kind: 'work-item-link', id: `c:work-item-link:${key}` as FactId, fromId: fromId as FactId, ...rest };
}

function whole(values: readonly string[], keys: readonly string[], changes: Partial<Replaced> = {}): Replaced {
  return { kind: 'work-item-link', field: 'fromId', values, keys, ...changes };
}

describe('electron/core/sync/newest-facts', () => {
  const page = (facts: readonly MappedFact[], ...replaces: readonly Replaced[]): MappedPage => ({
    facts,
    dropped: [],
    replaces,
  });
  const ids = (facts: readonly MappedFact[]) => facts.map(({ externalId }) => externalId);

  it('gives each fact once, from the newest page that holds it', () => {
    const newest = createNewestFacts();

    expect(ids(newest.take('new', page([link('a', 'i'), link('b', 'i')])))).toEqual(['a', 'b']);
    expect(ids(newest.take('old', page([link('b', 'i'), link('c', 'i')])))).toEqual(['c']);
    expect([newest.size(), newest.has('c:work-item-link:b'), newest.has('c:work-item-link:z')]).toEqual([
      3,
      true,
      false,
    ]);
  });

  it('leaves out what a newer page tells whole and does not name, of that parent only', () => {
    const newest = createNewestFacts();
    newest.take('new', page([link('a', 'i')], whole(['i', 'j'], ['new'])));

    const older = newest.take(
      'old',
      page([link('a', 'i'), link('gone', 'i'), link('gone too', 'j'), link('of k', 'k')]),
    );

    expect(ids(older)).toEqual(['of k']);
    expect(newest.has('c:work-item-link:gone')).toBe(false);
  });

  it('takes the pages of one list together', () => {
    const newest = createNewestFacts();
    newest.take('list:2', page([link('b', 'i')], whole(['i'], ['list:1', 'list:2'])));

    expect(ids(newest.take('list:1', page([link('a', 'i')])))).toEqual(['a']);
    expect(ids(newest.take('elsewhere', page([link('c', 'i')])))).toEqual([]);
  });

  it('believes the newest page, and lists of other ids of the kind apart', () => {
    const newest = createNewestFacts();
    newest.take('new', page([], whole(['i'], ['new'], { idStart: 'c:work-item-link:x' })));
    newest.take(
      'newer than old',
      page([link('xa', 'i')], whole(['i'], ['newer than old'], { idStart: 'c:work-item-link:x' })),
    );
    newest.take('other', page([link('yb', 'i')], whole(['i'], ['other'], { idStart: 'c:work-item-link:y' })));

    expect(newest.size()).toBe(1);
    expect(ids(newest.take('old', page([link('yc', 'i'), link('z', 'i')])))).toEqual(['z']);
  });
});
