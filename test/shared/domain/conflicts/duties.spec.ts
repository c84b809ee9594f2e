import { describe, expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS, deploymentsOf } from '../../../../shared/domain/conflicts/deployments.ts';
import { daysTouched, dutiesOf } from '../../../../shared/domain/conflicts/duties.ts';
import { aMilestone, aRelease, hours } from '../../../support/conflicts/things.ts';
import { anInstant, aZone } from '../../../support/times.ts';

describe('shared/domain/conflicts/duties', () => {
  it('names deployments and the go/no-go, which lasts a minute, and no other milestone', () => {
    const release = aRelease('r', 36);
    const milestones = [
      aMilestone('cut', 'scope-cut-off', 1, null, { releaseId: 'r' }),
      aMilestone('go', 'go-no-go', 5, null, { releaseId: 'r' }),
      aMilestone('ship', 'deployment', 36, 38, { releaseId: 'r' }),
    ];

    const duties = dutiesOf(release, milestones, deploymentsOf(release, milestones, DEFAULT_ASSUMPTIONS));

    expect(duties.map(({ thing, span }) => [thing.id, span.end - span.start])).toEqual([
      ['ship', 2 * 3_600_000],
      ['go', 60_000],
    ]);
    expect(duties[0]?.span).toEqual(hours(36, 38));
  });

  it.each([
    ['2027-01-05T22:00Z', '2027-01-05T23:00Z', '2027-01-05', '2027-01-05'],
    ['2027-01-05T22:00Z', '2027-01-05T23:01Z', '2027-01-05', '2027-01-06'],
    ['2027-01-05T23:00Z', '2027-01-05T23:01Z', '2027-01-06', '2027-01-06'],
    // A Sunday of 25 hours.
    ['2026-10-24T22:00Z', '2026-10-25T23:00Z', '2026-10-25', '2026-10-25'],
    ['2026-10-24T22:00Z', '2026-10-25T23:01Z', '2026-10-25', '2026-10-26'],
  ])('tells the days of %s to %s in Berlin', (start, end, first, last) => {
    expect(daysTouched({ start: anInstant(start), end: anInstant(end) }, aZone('Europe/Berlin'))).toEqual({
      first,
      last,
    });
  });
});
