import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { attendedDays, meanPresence, presenceOf } from '../../../../shared/domain/capacity/presence.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

const [ada, bo, cy, dan] = ['ada', 'bo', 'cy', 'dan'].map((name) => PersonId.parse(name)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const away = (personId: PersonId, firstDay: string, lastDay: string) => ({
  personId,
  firstDay: aDay(firstDay),
  lastDay: aDay(lastDay),
});

describe('shared/domain/capacity/presence', () => {
  it('is the share of the team that is not away, both days of an absence included', () => {
    const presence = presenceOf(
      [ada, bo, cy, dan],
      [away(ada, '2026-03-02', '2026-03-04'), away(bo, '2026-03-04', '2026-03-04')],
    );

    expect(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map((day) => presence(aDay(day)))).toEqual([
      1, 0.75, 0.5, 1,
    ]);
  });

  it('counts somebody with two absences once, and nobody of another team', () => {
    const presence = presenceOf(
      [ada, bo],
      [
        away(ada, '2026-03-02', '2026-03-04'),
        away(ada, '2026-03-03', '2026-03-09'),
        away(cy, '2026-03-03', '2026-03-03'),
      ],
    );

    expect(presence(aDay('2026-03-03'))).toBe(0.5);
  });

  it.each([
    ['dirty history: an absence that ends before it begins', [away(ada, '2026-03-05', '2026-03-01')]],
    ['no absences', []],
  ])('%s leaves everybody there', (_what, absences) => {
    expect(presenceOf([ada], absences)(aDay('2026-03-03'))).toBe(1);
  });

  it('takes an absence without end for what it is', () => {
    expect(presenceOf([ada], [away(ada, '0001-01-01', '9999-12-31')])(aDay('2026-03-03'))).toBe(0);
  });

  it('takes a team of nobody to be all there, since its size is not known', () => {
    expect(presenceOf([], [away(ada, '2026-03-02', '2026-03-04')])(aDay('2026-03-03'))).toBe(1);
  });

  it('is averaged over working days alone', () => {
    // Friday half of them are there, on the weekend nobody is, on Monday all are.
    const presence = presenceOf(
      [ada, bo],
      [away(ada, '2026-03-06', '2026-03-08'), away(bo, '2026-03-07', '2026-03-08')],
    );

    expect(meanPresence(presence, aDay('2026-03-06'), aDay('2026-03-09'), aCalendar())).toBe(0.75);
    expect(meanPresence(presence, aDay('2026-03-07'), aDay('2026-03-08'), aCalendar())).toBe(1);
  });

  it('agrees with asking each person on each day', () => {
    const person = fc.constantFrom(ada, bo, cy, dan);
    const offset = fc.integer({ min: 0, max: 20 });
    const absence = fc.tuple(person, offset, offset).map(([personId, first, last]) => ({
      personId,
      firstDay: addDays(aDay('2026-03-01'), first),
      lastDay: addDays(aDay('2026-03-01'), last),
    }));
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { minLength: 1 }),
        fc.array(absence, { maxLength: 8 }),
        (members, absences) => {
          const presence = presenceOf(members, absences);

          for (const day of eachDay(aDay('2026-03-01'), aDay('2026-03-21'))) {
            const there = members.filter(
              (member) =>
                !absences.some(
                  ({ personId, firstDay, lastDay }) =>
                    personId === member && [...eachDay(firstDay, lastDay)].includes(day),
                ),
            );
            expect(presence(day)).toBeCloseTo(there.length / members.length, 12);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes the days off on which everybody is away, and names holidays as before', () => {
    const away = (personId: PersonId, first: string, last: string) => ({
      personId,
      firstDay: aDay(first),
      lastDay: aDay(last),
    });
    const presence = presenceOf(
      [ada, bo],
      [away(ada, '2026-03-02', '2026-03-04'), away(bo, '2026-03-03', '2026-03-05')],
    );
    const days = { workdays: [1, 2, 3, 4, 5], daysOff: new Map([[aDay('2026-03-04'), 'A holiday']]) };

    const { workdays, daysOff } = attendedDays(days, presence, { from: aDay('2026-03-01'), to: aDay('2026-03-31') });

    expect(workdays).toEqual(days.workdays);
    expect([...daysOff]).toEqual([
      ['2026-03-04', 'A holiday'],
      ['2026-03-03', 'Everybody is away'],
    ]);
  });
});
