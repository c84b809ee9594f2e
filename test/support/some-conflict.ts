import { Conflict, type WaivableConflict } from '../../shared/model/conflict.ts';
import { Waiver } from '../../shared/model/waiver.ts';

type Loose = Readonly<Record<string, unknown>>;

/** A side of a conflict; moments as plain numbers. */
export function aSide(kind: string, id: string, fields: Loose = {}): Loose {
  return { thing: { kind, id, name: id }, span: { start: 0, end: 100 }, releaseId: null, ...fields };
}

/** Two bookings in one environment, whatever of it is not told otherwise. */
export function aConflict(key: string, fields: Loose = {}): Conflict {
  const sides = [aSide('booking', 'booking-1'), aSide('booking', 'booking-2')];
  return Conflict.parse({
    kind: 'environment-clash',
    key,
    sides,
    sideCount: 2,
    atLeast: false,
    at: { start: 0, end: 100 },
    rule: '“staging” takes one booking at a time.',
    resource: { kind: 'environment', id: 'environment-1', name: 'staging' },
    relation: 'same',
    path: [],
    severity: 'blocking',
    because: 'No release gets past it.',
    environmentId: 'environment-1',
    how: 'exclusive',
    services: [],
    ...fields,
  });
}

/** A release in a freeze. */
export function aFreeze(key: string, fields: Loose = {}): Conflict {
  const { environmentId: _environment, how: _how, services: _services, ...rest } = aConflict(key) as never as Loose;
  const sides = [aSide('release', 'release-1', { releaseId: 'release-1' }), aSide('rule', 'schedule-rule-1')];
  return Conflict.parse({ ...rest, kind: 'release-in-freeze', ruleId: 'schedule-rule-1', about: [], sides, ...fields });
}

/** One that counts. */
export function counting(conflict: Conflict): WaivableConflict {
  return { conflict, waiver: null, lapsed: null };
}

/** One that is waived. */
export function waived(conflict: Conflict): WaivableConflict {
  const waiver = Waiver.parse({
    id: 'waiver-1',
    conflictKey: conflict.key,
    accepted: null,
    reason: 'They share it by hand.',
    waivedBy: 'Ada',
    waivedAt: 0,
    until: 1_000,
  });
  return { conflict, waiver, lapsed: null };
}
