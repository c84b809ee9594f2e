import { describe, expect, it } from 'vitest';
import { acceptedUids, previewWords, rowWords } from '../../../../../renderer/features/windows/exchange/preview.ts';
import type { CalendarRow } from '../../../../../shared/contract/exchange.ts';
import { freezePlan } from '../../../../support/plans.ts';

function rowOf(uid: string, state: CalendarRow['state'], changes: Partial<CalendarRow> = {}): CalendarRow {
  const problem = state === 'problem' ? 'it has no start' : null;
  return { uid, name: uid, state, changed: [], kept: [], here: null, there: null, notes: [], problem, ...changes };
}

function factsOf(changes: Parameters<typeof freezePlan>[0] = {}) {
  const { kind, name, reason, holds } = freezePlan({ reason: '', ...changes });
  return { kind, name, reason, holds };
}

describe('renderer/features/windows/exchange/preview', () => {
  it('takes what is new or changed, but for what was unticked', () => {
    const states = ['new', 'changed', 'same', 'problem', 'new'] as const;
    const rows = states.map((state, index) => rowOf(['a', 'b', 'c', 'd', 'a'][index] ?? '', state));

    expect(acceptedUids(rows, new Set(['b']))).toEqual(['a']);
    expect(previewWords({ name: '', rows, gone: [], cancelled: 2, plan: 0 })).toBe(
      '5 events: 2 new, 1 changed, 1 without a change, 1 that cannot be taken. 2 events called off in the file are left out.',
    );
    expect(previewWords({ name: '', rows: [], gone: [], cancelled: 0, plan: 5 })).toBe(
      '0 events. 5 releases and milestones of an exported plan are no rules and left out.',
    );
  });

  it('says fact by fact what changes, and what stays because it was set by hand', () => {
    const clock = { by: 'zone', zone: 'Europe/Berlin' };
    const [start, end] = ['2026-12-18T18:00', '2027-01-11T08:00'].map((local) => ({ local, clock }));
    const here = factsOf({ holds: { by: 'once', start, end } });
    const there = factsOf({ kind: 'window', name: 'Year end', reason: 'Quiet' });

    const changed = ['kind', 'name', 'reason'] as const;
    expect(rowWords(rowOf('a', 'changed', { changed: [...changed], kept: ['holds'], here, there }))).toBe(
      'Kind: freeze becomes window. Name: “Christmas freeze” becomes “Year end”. Reason: nothing becomes “Quiet”. ' +
        'Times: Fri 18 Dec 2026, 18:00 to Mon 11 Jan 2027, 08:00 CET was set by hand and stays; ' +
        'the file says Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 08:00 CET.',
    );
  });

  it('says of an event what is read otherwise than it is written', () => {
    expect(rowWords(rowOf('a', 'new', { notes: ['it is read on another clock', 'it ends early'] }))).toBe(
      'It is read on another clock. It ends early.',
    );
  });

  it('says why an event cannot be taken', () => {
    expect(rowWords(rowOf('a', 'problem'))).toBe('It has no start.');
  });
});
