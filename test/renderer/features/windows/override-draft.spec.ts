import { describe, expect, it } from 'vitest';
import { newOverrideDraft, readOverride } from '../../../../renderer/features/windows/override-draft.ts';
import { overrideState } from '../../../../renderer/features/windows/override-words.ts';
import { pictureOf, turned } from '../../../../renderer/features/windows/picture.ts';
import { Override, ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import { day, instant, Zone } from '../../../../shared/model/time.ts';
import { freezePlan } from '../../../support/plans.ts';

const zone = Zone.parse('Europe/Berlin');
const now = instant(Date.UTC(2026, 11, 20, 9, 20));
// It holds from Friday 18 December, 18:00, to Monday 4 January, 8:00, in Berlin.
const freeze = ScheduleRule.parse({ ...freezePlan(), id: 'rule-1', source: null });
const fresh = newOverrideDraft(freeze, now, zone);

describe('renderer/features/windows/override-draft', () => {
  it('begins with two hours of the freeze, from the next full hour or from its start', () => {
    const before = newOverrideDraft(freeze, instant(Date.UTC(2026, 10, 1)), zone);

    expect(fresh).toMatchObject({ start: '2026-12-20T11:00', end: '2026-12-20T13:00', scope: freeze.scope });
    expect(before).toMatchObject({ start: '2026-12-18T18:00', end: '2026-12-18T20:00' });
  });

  it('reads what was typed on the clock of the reader', () => {
    expect(readOverride({ ...fresh, reason: ' A leak ' }, freeze, zone)).toEqual({
      request: {
        freezeId: 'rule-1',
        scope: freeze.scope,
        startAt: Date.UTC(2026, 11, 20, 10),
        endAt: Date.UTC(2026, 11, 20, 12),
        reason: 'A leak',
      },
      problems: {},
    });
  });

  it.each([
    [{}, { reason: 'An override needs a reason.' }],
    [{ reason: 'x', end: fresh.start }, { endAt: 'The override ends before it starts.' }],
    [{ reason: 'x', start: '' }, { startAt: 'Choose a day and a time.' }],
    [
      { reason: 'x', start: '2027-02-01T10:00', end: '2027-02-01T11:00' },
      { endAt: '"Christmas freeze" does not hold at any time of the override.' },
    ],
    [
      { reason: 'x', end: '2027-02-01T10:00' },
      { endAt: 'The override lasts longer than 31 days; change the freeze instead.' },
    ],
  ])('says what stands against %j', (changes, problems) => {
    expect(readOverride({ ...fresh, ...changes }, freeze, zone)).toMatchObject({ request: null, problems });
  });
});

describe('renderer/features/windows/override-words', () => {
  const hour = 3_600_000;
  const asked = Override.parse({
    id: 'override-1',
    freezeId: 'rule-1',
    scope: freeze.scope,
    startAt: now,
    endAt: now + hour,
    reason: 'A leak',
    requestedBy: 'Ada',
    requestedAt: now - hour,
    approvedBy: null,
    approvedAt: null,
    recordedBy: null,
  });
  const approved = Override.parse({ ...asked, approvedBy: 'Grace', approvedAt: now - hour });

  it.each([
    ['asked', asked, now],
    ['lapsed', asked, now + hour],
    ['approved', approved, now - 1],
    ['counts', approved, now],
    ['over', approved, now + hour],
    // Who asked cannot have approved it, whatever the file says.
    ['asked', Override.parse({ ...approved, approvedBy: 'ADA' }), now],
  ])('is %s', (state, override, at) => {
    expect(overrideState(override, instant(at))).toBe(state);
  });
});

describe('renderer/features/windows/picture', () => {
  it('shows a year from this month on, unless the address says otherwise, and turns by half', () => {
    const today = day('2026-11-24');
    const year = pictureOf({}, today);

    expect(year).toEqual({ from: '2026-11-01', to: '2027-10-31', months: 12 });
    expect(pictureOf({ from: day('2026-12-15'), months: 1 }, today)).toMatchObject({ to: '2027-01-14' });
    expect(turned(year, 1)).toBe('2027-05-01');
    expect(turned({ ...year, months: 1 }, -1)).toBe('2026-10-01');
  });
});
