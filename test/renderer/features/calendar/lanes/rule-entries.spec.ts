import { describe, expect, it } from 'vitest';
import {
  mergeOccurrences,
  ruleEntries,
  ruleLanes,
  scopeText,
} from '../../../../../renderer/features/calendar/lanes/rule-entries.ts';
import type { ScheduleRuleId } from '../../../../../shared/model/ids.ts';
import { anOccurrence, aRule, everything } from '../../../../support/calendar-lanes.ts';
import { aZone } from '../../../../support/times.ts';

const utc = aZone('UTC');
const first = anOccurrence('1', '2026-12-01T08:00Z', '2026-12-02T08:00Z');
const second = anOccurrence('2', '2026-12-08T08:00Z', '2026-12-09T08:00Z');
const weekly = {
  by: 'rrule',
  rrule: 'FREQ=WEEKLY',
  from: '2026-12-01',
  startTime: '08:00',
  endTime: '09:00',
  endDayOffset: 0,
  clock: { by: 'aoe' },
  except: [],
  also: [],
};

describe('renderer/features/calendar/lanes/rule-entries', () => {
  it('holds an occurrence that two answers tell of once', () => {
    const answer = (...occurrences: (typeof first)[]) => [{ ruleId: 'r' as ScheduleRuleId, occurrences }];

    expect(mergeOccurrences([answer(first, second), answer(second)])).toEqual(new Map([['r', [first, second]]]));
  });

  it('tells a freeze with its reason, what it is about and where it came from', () => {
    const rule = aRule('year-end', { source: { calendar: 'bank.ics', uid: '1' }, reason: 'Books', owner: 'Ada' });

    const [entry] = ruleEntries([rule], new Map([['year-end', [first]]]), utc);

    expect(entry).toMatchObject({
      id: 'year-end 1',
      what: 'Freeze · Ada',
      notes: ['For everything', 'Books', 'From the calendar “bank.ics”'],
      zone: 'Europe/Berlin',
      place: { to: 'rule', id: 'year-end' },
    });
    expect(entry?.fixed).not.toBeNull();
  });

  it('gives what recurs a row of its own, and each single time its own', () => {
    const times = new Map([
      ['once', [first, second]],
      ['weekly', [first, second]],
    ]);

    const rows = ruleEntries([aRule('once'), aRule('weekly', { holds: weekly })], times, utc).map(({ row }) => row);

    expect(rows).toEqual(['once 1', 'once 2', 'weekly', 'weekly']);
  });

  it('tells the time of a clock without a zone in the workspace’s', () => {
    expect(ruleEntries([aRule('r', { holds: weekly })], new Map([['r', [first]]]), utc)[0]?.zone).toBe('UTC');
  });

  it('makes a lane for each kind that there is, also where none holds in sight', () => {
    const rules = [aRule('w', { kind: 'window' }), aRule('f')];

    const lanes = ruleLanes(rules, ruleEntries(rules, new Map([['f', [first]]]), utc));

    expect(lanes.map(({ name, entries }) => [name, entries?.length])).toEqual([
      ['Freezes', 1],
      ['Windows', 0],
    ]);
  });

  it('says in few words what a rule is about', () => {
    expect(scopeText({ ...everything, regions: ['EU'], tiers: [1, 2], tenants: ['Acme'] })).toBe(
      'For EU; tier 1, 2; Acme',
    );
  });
});
