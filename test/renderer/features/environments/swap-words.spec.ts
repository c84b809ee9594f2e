import { describe, expect, it } from 'vitest';
import {
  bookingsNamed,
  swapEffect,
  swapSentence,
  swapSteps,
} from '../../../../renderer/features/environments/swap-words.ts';
import type { SwapProposal } from '../../../../shared/model/environment-use.ts';
import { booking, environment, minute } from '../../../support/bookings.ts';

const ONE = booking('one', 'uat', [0, 60], { zone: 'Europe/Berlin' });
const OTHER = booking('other', 'uat-2', [120, 180], { zone: 'UTC' });
const NAMES = {
  bookings: new Map([ONE, OTHER].map((each) => [each.id, each])),
  environments: new Map([environment('uat'), environment('uat-2')].map((each) => [each.id, each])),
};

function place(of: typeof ONE, environmentId: string, [from, to]: readonly [number, number]) {
  return {
    bookingId: of.id,
    environmentId: environmentId as typeof ONE.environmentId,
    span: { start: minute(from), end: minute(to) },
  };
}

const MOVE: SwapProposal = {
  kind: 'move',
  from: [place(ONE, 'uat', [0, 60])],
  to: [place(ONE, 'uat-2', [0, 60])],
  along: [],
  effect: { clashesGone: [[ONE.id, OTHER.id]], deadlinesMet: [], shiftMinutes: 0 },
};

const EXCHANGE: SwapProposal = {
  kind: 'exchange',
  from: [place(ONE, 'uat', [0, 60]), place(OTHER, 'uat-2', [120, 180])],
  to: [place(OTHER, 'uat', [0, 60]), place(ONE, 'uat-2', [120, 180])],
  along: ['uat' as typeof ONE.environmentId],
  effect: { clashesGone: [], deadlinesMet: [OTHER.id], shiftMinutes: 240 },
};

describe('renderer/features/environments/swap-words', () => {
  it('says what a move does and mends', () => {
    expect(swapSentence(MOVE, NAMES)).toBe('Move “one” to uat-2, at the same time.');
    expect(swapEffect(MOVE, NAMES)).toBe('“one” and “other” no longer clash; nothing changes its time.');
  });

  it('says what an exchange does, each in its own zone', () => {
    // 02:00 UTC on the 2nd of March is 03:00 in Berlin.
    expect(swapSentence(EXCHANGE, NAMES)).toBe(
      'Exchange “other” to uat, from 2 Mar, 00:00 and “one” to uat-2, from 2 Mar, 03:00; books along uat.',
    );
    expect(swapEffect(EXCHANGE, NAMES)).toBe('“other” meets its deadline; bookings shift by 4 h.');
  });

  it('carries it out in the local times of each booking', () => {
    expect(swapSteps(EXCHANGE, NAMES)).toEqual([
      {
        kind: 'booking',
        bookingId: 'other',
        environmentId: 'uat',
        startLocal: '2026-03-02T00:00',
        endLocal: '2026-03-02T01:00',
        base: { startAt: minute(120), endAt: minute(180), environmentId: 'uat-2' },
      },
      {
        kind: 'booking',
        bookingId: 'one',
        environmentId: 'uat-2',
        startLocal: '2026-03-02T03:00',
        endLocal: '2026-03-02T04:00',
        base: { startAt: minute(0), endAt: minute(60), environmentId: 'uat' },
      },
    ]);
  });

  it('cannot be carried out before the bookings are known', () => {
    expect(swapSteps(MOVE, { ...NAMES, bookings: new Map() })).toBeNull();
  });

  it('lists every booking that it names, once', () => {
    expect(bookingsNamed([MOVE, EXCHANGE], [ONE.id])).toEqual(['one', 'other']);
  });
});
