import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../../electron/core/services/came-along.ts';
import type { Known } from '../../../../electron/core/services/thing-facts.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { aZone } from '../../../support/times.ts';

describe('electron/core/services/came-along', () => {
  const environments = ['host', 'on', 'top'].map((name) => [name, { id: `environment-${name}`, name }] as const);
  const none = new Map<string, never>();
  const known: Known = {
    ...{ team: none, person: none, service: none, 'schedule-rule': none, booking: none },
    environment: new Map(environments),
  };
  const row = (id: string, environment: string, along?: string) => {
    const values = { environment, name: 'Drill', start: '2026-12-15', end: '2026-12-15', ...(along && { along }) };
    return { id, reading: { row: { line: 2, values }, known, releases: [], zone: aZone('UTC') } };
  };

  it('finds the booking among the rows, and what came along brings nothing along', () => {
    const causes = causesOf([row('a', 'host'), row('b', 'on', 'host'), row('c', 'top', 'on')], []);

    expect([...causes.keys()]).toEqual(['b', 'c']);
    expect(causes.get('b')).toMatchObject({ id: 'a' });
    expect(causes.get('c')).toBeInstanceOf(Failure);
  });
});
