import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeChurn } from '../../../../shared/domain/adherence/scope-churn.ts';
import { ScopeChurn } from '../../../../shared/model/adherence.ts';
import { cutOffRow, itemRow, planJournal, releaseRow, removed } from '../../../support/plan-journal.ts';
import { anInstant, isoOf } from '../../../support/times.ts';

const LATER = '2026-12-31T00:00Z';

/** A release whose scope closes on 10 March at noon, with items a and b aboard since January. */
function closingRelease() {
  const journal = planJournal();
  journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-20' }), cutOffRow('m', 'r', '2026-03-10T12:00Z')]);
  journal.add('2026-01-06T10:00Z', [itemRow('a', 'r', 'boarded'), itemRow('b', 'r', 'boarded')]);
  return journal;
}

function churnOf(journal: ReturnType<typeof planJournal>, now = LATER, releaseId = 'r'): ScopeChurn {
  const { churn, unreadable } = scopeChurn(journal.entries, anInstant(now));
  const found = ScopeChurn.array()
    .parse(churn)
    .find((one) => one.releaseId === releaseId);
  if (found === undefined || unreadable.length > 0) throw new Error('a release that can be read was expected');
  return found;
}

function told({ events }: ScopeChurn): readonly string[] {
  return events.map(
    ({ seq, scopeItemId, kind, counts }) => `${seq} ${kind} ${scopeItemId}${counts ? '' : ' (taken back)'}`,
  );
}

describe('shared/domain/adherence/scope-churn', () => {
  it('counts what comes aboard, is dropped and is bumped after the cut-off, each with its entry and reason', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [itemRow('c', 'r', 'late')]);
    journal.add('2026-03-12T10:00Z', [itemRow('a', 'r', 'dropped')]);
    journal.add('2026-03-13T10:00Z', [itemRow('b', 'r', 'bumped', 'next'), itemRow('d', 'next', 'boarded')]);

    const churn = churnOf(journal);

    expect(told(churn)).toEqual(['3 added c', '4 dropped a', '5 bumped b']);
    expect(churn).toMatchObject({ added: 1, dropped: 1, bumped: 1, aboardAtCutOff: 2, exceptionRate: 1 / 3 });
    expect(churn.events[0]).toMatchObject({
      title: 'Item c',
      reason: 'late by hand',
      at: anInstant('2026-03-11T10:00Z'),
      cutOff: anInstant('2026-03-10T12:00Z'),
    });
  });

  it.each([
    ['before it', '2026-03-10T11:59Z', 0],
    ['at it, which is in time', '2026-03-10T12:00Z', 0],
    ['a minute after it', '2026-03-10T12:01Z', 1],
  ])('judges an item that boards %s', (_what, at, added) => {
    const journal = closingRelease();
    journal.add(at, [itemRow('c', 'r', 'late')]);

    expect(churnOf(journal).added).toBe(added);
  });

  it('judges by the cut-off as it stood then: one moved later afterwards forgives nothing', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [itemRow('c', 'r', 'late')]);
    journal.add('2026-03-11T11:00Z', [cutOffRow('m', 'r', '2026-03-15T12:00Z')]);
    journal.add('2026-03-12T10:00Z', [itemRow('d', 'r', 'boarded')]);

    const churn = churnOf(journal);

    expect(told(churn)).toEqual(['3 added c']);
    expect(churn).toMatchObject({ added: 1, aboardAtCutOff: 4, exceptionRate: 0.25 });
    expect(
      churn.cutOffs.map(({ seq, cutOff, afterPassing }) => [seq, isoOf(cutOff ?? anInstant(LATER)), afterPassing]),
    ).toEqual([
      [1, '2026-03-10T12:00:00.000Z', false],
      [4, '2026-03-15T12:00:00.000Z', true],
    ]);
  });

  it('judges by the cut-off as it stood then: one moved earlier afterwards accuses nobody', () => {
    const journal = closingRelease();
    journal.add('2026-03-09T10:00Z', [itemRow('c', 'r', 'boarded')]);
    journal.add('2026-03-09T11:00Z', [cutOffRow('m', 'r', '2026-03-05T12:00Z')]);

    const churn = churnOf(journal);

    expect(churn.added).toBe(0);
    expect(churn.cutOffs.map(({ afterPassing }) => afterPassing)).toEqual([false, false]);
  });

  it('takes the earliest of several cut-offs, and none any more when they are removed', () => {
    const journal = closingRelease();
    journal.add('2026-02-01T10:00Z', [cutOffRow('n', 'r', '2026-03-01T12:00Z')]);
    journal.add('2026-03-02T10:00Z', [itemRow('c', 'r', 'late')]);
    journal.add('2026-03-02T11:00Z', [removed('milestone', 'm'), removed('milestone', 'n')]);
    journal.add('2026-03-20T10:00Z', [itemRow('d', 'r', 'boarded')]);

    const churn = churnOf(journal);

    expect(told(churn)).toEqual(['4 added c']);
    expect(churn.cutOffs.map(({ cutOff }) => cutOff && isoOf(cutOff).slice(0, 10))).toEqual([
      '2026-03-10',
      '2026-03-01',
      null,
    ]);
    expect(churn).toMatchObject({ aboardAtCutOff: null, exceptionRate: null });
  });

  it('does not know who is aboard at a cut-off that lies ahead', () => {
    expect(churnOf(closingRelease(), '2026-03-10T11:59Z')).toMatchObject({ aboardAtCutOff: null, exceptionRate: null });
    expect(churnOf(closingRelease(), '2026-03-10T12:00Z')).toMatchObject({ aboardAtCutOff: 2, exceptionRate: 0 });
  });

  it('counts an item that comes back after it was dropped, once as late', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [itemRow('a', 'r', 'dropped')]);
    journal.add('2026-03-12T10:00Z', [itemRow('a', 'r', 'late')]);

    expect(churnOf(journal)).toMatchObject({ added: 1, dropped: 1, aboardAtCutOff: 2, exceptionRate: 0.5 });
  });

  it('counts an item whose row is removed as dropped', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [removed('scope-item', 'a')]);

    expect(told(churnOf(journal))).toEqual(['3 dropped a']);
  });

  it('takes no change of an item that stays aboard for one of the scope', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [itemRow('a', 'r', 'late')]);
    journal.add('2026-03-12T10:00Z', [itemRow('a', 'r', 'dropped')]);
    journal.add('2026-03-13T10:00Z', [itemRow('a', 'r', 'bumped', 'next')]);

    expect(told(churnOf(journal))).toEqual(['4 dropped a']);
  });

  it('cancels what was undone, restores what was redone, and lists all of it', () => {
    const journal = closingRelease();
    const drop = journal.add('2026-03-11T10:00Z', [itemRow('a', 'r', 'dropped')]);
    const undo = journal.undo('2026-03-11T10:01Z', drop);
    const undone = churnOf(journal);
    const redo = journal.undo('2026-03-11T10:02Z', undo);
    const redone = churnOf(journal);
    journal.undo('2026-03-11T10:03Z', redo);
    const undoneAgain = churnOf(journal);

    expect(undone).toMatchObject({ added: 0, dropped: 0 });
    expect(told(undone)).toEqual(['3 dropped a (taken back)', '4 added a (taken back)']);
    expect(redone).toMatchObject({ added: 0, dropped: 1 });
    expect(undoneAgain).toMatchObject({ added: 0, dropped: 0 });
  });

  it('counts an undo after the cut-off of what was decided before it: that is a change of the scope', () => {
    const journal = closingRelease();
    const drop = journal.add('2026-03-09T10:00Z', [itemRow('a', 'r', 'dropped')]);
    const undo = journal.undo('2026-03-11T10:00Z', drop);
    const counted = churnOf(journal);
    journal.undo('2026-03-11T10:01Z', undo);

    expect(told(counted)).toEqual(['4 added a']);
    expect(churnOf(journal)).toMatchObject({ added: 0, dropped: 0 });
  });

  it('takes what goes and comes back with its whole release for no change of scope', () => {
    const journal = closingRelease();
    const removal = journal.add('2026-03-11T10:00Z', [
      removed('scope-item', 'a'),
      removed('scope-item', 'b'),
      removed('milestone', 'm'),
      removed('release', 'r'),
    ]);
    journal.undo('2026-03-12T10:00Z', removal);

    expect(churnOf(journal)).toMatchObject({ added: 0, dropped: 0, events: [], aboardAtCutOff: 2 });
  });

  it('counts nothing for a release without a cut-off', () => {
    const journal = planJournal();
    journal.add('2026-01-05T10:00Z', [releaseRow('r', { day: '2026-03-20' })]);
    journal.add('2026-03-21T10:00Z', [itemRow('a', 'r', 'boarded')]);

    expect(churnOf(journal)).toMatchObject({ cutOffs: [], added: 0, aboardAtCutOff: null, events: [] });
  });

  it('lists what cannot be read, and goes on', () => {
    const journal = closingRelease();
    journal.add('2026-03-11T10:00Z', [['scope-item', 'a', { title: 'no state' }]]);
    journal.add('2026-03-11T11:00Z', [['milestone', 'm', { kind: 'scope-cut-off' }]]);
    journal.add('2026-03-12T10:00Z', [itemRow('c', 'r', 'late')]);

    const { churn, unreadable } = scopeChurn(journal.entries, anInstant(LATER));

    expect(unreadable.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['3 scope-item', '4 milestone']);
    expect(churn[0]).toMatchObject({ added: 1 });
  });

  const step = fc.oneof(
    fc.record({
      what: fc.constant('cut-off' as const),
      release: fc.constantFrom('r', 's'),
      hour: fc.integer({ min: 0, max: 30 }),
    }),
    fc.record({
      what: fc.constant('item' as const),
      release: fc.constantFrom('r', 's'),
      item: fc.integer({ min: 0, max: 3 }),
      state: fc.constantFrom('boarded' as const, 'late' as const, 'dropped' as const, 'bumped' as const),
    }),
  );
  const atHour = (hour: number) =>
    isoOf(
      anInstant(
        `2026-03-${String(1 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00Z`,
      ),
    );

  it('counts what a look back over the whole journal at each change finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const journal = planJournal();
        steps.forEach((one, hour) => {
          const row =
            one.what === 'cut-off'
              ? cutOffRow(`m-${one.release}`, one.release, atHour(one.hour))
              : itemRow(`${one.release}-${one.item}`, one.release, one.state);
          journal.add(atHour(hour), [row]);
        });

        const { churn } = scopeChurn(journal.entries, anInstant(LATER));

        // The oracle: for each change of an item, look back for the last cut-off set and the item's last state.
        const expected = steps.flatMap((one, hour) => {
          if (one.what !== 'item') return [];
          const past = steps.slice(0, hour);
          const cutOff = past.findLast((other) => other.what === 'cut-off' && other.release === one.release);
          if (cutOff?.what !== 'cut-off' || hour <= cutOff.hour) return [];
          const last = past.findLast(
            (other) => other.what === 'item' && other.release === one.release && other.item === one.item,
          );
          const was = last?.what === 'item' && /boarded|late/.test(last.state);
          const is = /boarded|late/.test(one.state);
          if (was === is) return [];
          return [`${hour + 1} ${is ? 'added' : one.state} ${one.release}-${one.item}`];
        });
        expect(churn.flatMap(told).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
