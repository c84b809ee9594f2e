import { describe, expect, it } from 'vitest';
import { baseOf, formBaseOf } from '../../../renderer/lib/edit-base.ts';
import type { UiFailure } from '../../../renderer/lib/failures.ts';

const refused: UiFailure = { code: 'CONFLICT', message: 'Changed meanwhile.', where: null, remedy: null };
const offline: UiFailure = { ...refused, code: 'UNAVAILABLE' };

describe('renderer/lib/edit-base', () => {
  it.each([
    ['at first', null, 'begun'],
    ['after another failure', offline, 'begun'],
    ['after a change meanwhile was told', refused, 'now'],
  ])('says what an edit was made from %s', (_when, failure, expected) => {
    expect(baseOf({ begun: 'begun', now: 'now', failure })).toBe(expected);
  });

  it('puts only what was changed here over what others changed', () => {
    const begun = { name: 'Payments', notes: '', days: [1, 2] };
    const now = { name: 'Payments', notes: 'Ask Ada', days: [1] };
    const mine = { ...begun, notes: 'Ask Ben' };

    expect(formBaseOf({ begun, now, failure: null }, mine)).toEqual(begun);
    expect(formBaseOf({ begun, now, failure: refused }, mine)).toEqual({ ...begun, notes: 'Ask Ada' });
  });
});
