import { describe, expect, it } from 'vitest';
import { type TeamPlanInput, teamLanes } from '../../../../../renderer/features/calendar/lanes/team-lanes.ts';
import type { Assignment } from '../../../../../shared/model/assignment.ts';
import type { Day } from '../../../../../shared/model/time.ts';
import { anAbsence, aPerson, aTeam } from '../../../../support/calendar-lanes.ts';
import { aTrain, planLane, planRelease } from '../../../../support/calendar-plan.ts';
import { aDay, anInstant } from '../../../../support/times.ts';

const calendar = { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BE', extraDaysOff: ['2026-12-31', '2026-12-05'] };

function inputOf(changes: Partial<TeamPlanInput> = {}): TeamPlanInput {
  return {
    catalogue: {
      services: [],
      teams: [aTeam('checkout', { calendar })],
      people: [aPerson('ada', { teamId: 'checkout' }), aPerson('bo')],
      absences: [],
    },
    assignments: [],
    holidays: new Map([['DE-BE', new Map<Day, string>([[aDay('2026-12-25'), 'Christmas Day']])]]),
    lanes: [planLane('train-1', [planRelease('p7', '2026-12-08T20:00+01:00')])],
    trains: new Map([['train-1', aTrain({ teams: ['checkout'] })]]),
    loaded: { from: aDay('2026-12-01'), to: aDay('2026-12-31') },
    ...changes,
  };
}

function part(personId: string, role: string): Assignment {
  return { id: `${personId} ${role}`, releaseId: 'p7', personId, role } as Assignment;
}

const absences = [
  anAbsence('away', 'ada', '2026-12-02', '2026-12-03'),
  anAbsence('long-past', 'ada', '2026-11-02', '2026-11-03'),
];

describe('renderer/features/calendar/lanes/team-lanes', () => {
  it('shows the departures that a team works for, with who has which part', () => {
    const [lane] = teamLanes(inputOf({ assignments: [part('ada', 'Release lead'), part('bo', 'Shadow')] }));

    expect(lane?.entries?.find(({ look }) => look === 'departure')).toMatchObject({
      id: 'checkout p7',
      label: 'p7 · ada (Release lead)',
      releaseId: 'p7',
      place: { to: 'release', id: 'p7' },
    });
  });

  it('shows a departure to a team that has a part in it, though it does not work for the train', () => {
    const trains = new Map([['train-1', aTrain({ teams: [] })]]);

    expect(teamLanes(inputOf({ trains }))[0]?.entries?.some(({ look }) => look === 'departure')).toBe(false);
    expect(
      teamLanes(inputOf({ trains, assignments: [part('ada', 'Lead')] }))[0]?.entries?.some(
        ({ look }) => look === 'departure',
      ),
    ).toBe(true);
  });

  it('shows who is away, whole days in that person’s zone, as far as it touches what is loaded', () => {
    const input = inputOf();

    const [lane] = teamLanes({ ...input, catalogue: { ...input.catalogue, absences } });

    expect(lane?.entries?.filter(({ look }) => look === 'absence')).toMatchObject([
      {
        id: 'away',
        label: 'ada',
        start: anInstant('2026-12-02T00:00+01:00'),
        end: anInstant('2026-12-04T00:00+01:00'),
      },
    ]);
  });

  it('names the days off of working days, and shades weekends besides', () => {
    const [lane] = teamLanes(inputOf());

    expect(lane?.entries?.filter(({ look }) => look === 'holiday').map(({ label }) => label)).toEqual([
      'Day off',
      'Christmas Day',
    ]);
    // Four weekends of December, of which Christmas Day makes one longer, and New Year’s Eve.
    expect(lane?.daysOff).toHaveLength(5);
  });

  it('gives people without a team a lane only where there is something to show', () => {
    expect(teamLanes(inputOf())).toHaveLength(1);
    expect(teamLanes(inputOf({ assignments: [part('bo', 'Lead')] })).at(-1)?.name).toBe('In no team');
  });
});
