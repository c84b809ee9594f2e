import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factId } from '../../../../../electron/core/connectors/_kit/fact-id.ts';
import { type ConnectionId, FactId } from '../../../../../shared/model/ids.ts';

const gh = 'connection-1' as ConnectionId;

describe('electron/core/connectors/_kit/fact-id', () => {
  it.each([
    ['acme/shop#12', 'connection-1:work-item:acme/shop#12'],
    ['a b', 'connection-1:work-item:a%20b'],
    ['100%', 'connection-1:work-item:100%25'],
    ['tab\tend', 'connection-1:work-item:tab%09end'],
    ['Größe', 'connection-1:work-item:Größe'],
    ['nbsp\u00a0', 'connection-1:work-item:nbsp%C2%A0'],
  ])('of %j', (key, id) => {
    expect(factId(gh, 'work-item', key)).toBe(id);
  });

  it('shortens long keys by a hash of all of them', () => {
    const [a, b] = [factId(gh, 'commit', `${'x'.repeat(300)}a`), factId(gh, 'commit', `${'x'.repeat(300)}b`)];

    expect([a.length, b.length]).toEqual([200, 200]);
    expect(a).not.toBe(b);
  });

  it('never ends in the middle of a character', () => {
    const ids = [0, 1].map((shift) => factId(gh, 'commit', `${'x'.repeat(shift)}${'😀'.repeat(120)}`));

    expect(ids.every((id) => FactId.safeParse(id).success)).toBe(true);
  });

  it('is always an id, the same for the same key and another for another', () => {
    // Any code units, halves of surrogate pairs among them.
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff }));
    const key = fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(key, key, fc.integer({ min: 1, max: 30 }), (one, other, times) => {
        const id = factId(gh, 'job', one.repeat(times));
        expect(FactId.safeParse(id).success).toBe(true);
        expect(factId(gh, 'job', other.repeat(times)) === id).toBe(one === other);
      }),
    );
  });
});
