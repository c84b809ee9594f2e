import { describe, expect, it } from 'vitest';
import { rosterProblem } from '../../../../shared/domain/rotation/roster-problem.ts';
import { away, person, placed, rotation, term, tuesday, tuesdayOf, turn } from '../../../support/rotation.ts';

const people = [person('ada'), person('bob', { leads: 'shadow' }), person('cyn', { leads: 'no' }), person('dan')];
const releases = [0, 1, 2].map((index) => tuesday(`r${index}`, index));

describe('shared/domain/rotation/roster-problem', () => {
  it('numbers people as they are given, and lists who could take each place', () => {
    const { problem, couldTake } = rosterProblem(
      rotation({
        people,
        releases,
        absences: [away('dan', tuesdayOf(1))],
        terms: { restReleases: 2, pairing: 'strict' },
      }),
      [],
    );

    expect(problem).toEqual({
      rows: [
        { fixed: [], lead: [0, 3], shadow: [0, 1, 3] },
        { fixed: [], lead: [0], shadow: [0, 1] },
        { fixed: [], lead: [0, 3], shadow: [0, 1, 3] },
      ],
      together: [[], [], []],
      people: 4,
      rest: 2,
      strict: true,
      able: [0, 1, 3],
    });
    expect(couldTake).toEqual([3, 3, 0, 2]);
  });

  it('has nothing to fill in a release of the past or a place taken by hand, and leaves out whom these keep busy', () => {
    const given = rotation({ people, releases, past: [term('old', tuesdayOf(-1), 'lead', 'dan')] });

    const { problem, turns } = rosterProblem(given, [placed('r2', 'lead', 'ada'), placed('r2', 'shadow', 'stranger')]);

    expect(turns.map(({ id }) => id)).toEqual(['old', 'r0', 'r1', 'r2']);
    expect(problem.rows).toEqual([
      { fixed: [{ person: 3, part: 'lead' }], lead: null, shadow: null },
      { fixed: [], lead: [0], shadow: [0, 1] },
      { fixed: [], lead: [3], shadow: [1, 3] },
      { fixed: [{ person: 0, part: 'lead' }], lead: null, shadow: null },
    ]);
  });

  it('tells which rows are deployed at the same time as earlier ones, and leaves out who is settled there', () => {
    const same = ['a', 'b', 'c'].map((id) => turn(id, '2026-01-13'));

    const { problem } = rosterProblem(rotation({ people, releases: same, terms: { restReleases: 0 } }), [
      placed('c', 'lead', 'dan'),
    ]);

    expect(problem.together).toEqual([[], [0], [0, 1]]);
    expect(problem.rows.map(({ lead }) => lead)).toEqual([[0], [0], null]);
  });

  it('counts for the spread whoever could take a place, also where all are taken by hand', () => {
    const byHand = releases.flatMap(({ releaseId }) => [
      placed(releaseId, 'lead', 'ada'),
      placed(releaseId, 'shadow', 'bob'),
    ]);

    expect(rosterProblem(rotation({ people, releases }), byHand).problem.able).toEqual([0, 1, 3]);
  });
});
