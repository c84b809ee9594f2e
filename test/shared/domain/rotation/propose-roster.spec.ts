import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeRoster } from '../../../../shared/domain/rotation/propose-roster.ts';
import type { Rotation } from '../../../../shared/domain/rotation/roster-hindrances.ts';
import { type RosterPlace, RosterProposal } from '../../../../shared/model/roster.ts';
import { away, person, placed, rotation, term, tuesday, tuesdayOf, turn } from '../../../support/rotation.ts';

function propose(given: Rotation, byHand: readonly RosterPlace[] = []): RosterProposal {
  return RosterProposal.parse(proposeRoster(given, byHand));
}

function told({ assignments }: RosterProposal): readonly string[] {
  return assignments.map(({ releaseId, part, personId }) => `${releaseId} ${part} ${personId}`);
}

const four = ['ada', 'bob', 'cyn', 'dan'].map((id) =>
  person(id, { name: id.replace(/^./, (letter) => letter.toUpperCase()) }),
);
const releases = (count: number) => Array.from({ length: count }, (_, index) => tuesday(`r${index}`, index));

describe('shared/domain/rotation/propose-roster', () => {
  it('proposes nothing where there is nothing to staff, or nobody', () => {
    const nothing = propose(rotation({ people: four }));
    const nobody = propose(rotation({ releases: releases(1) }));

    expect(nothing).toMatchObject({
      assignments: [],
      unfilled: [],
      fairness: { loads: [], spread: null, proved: true },
    });
    expect(nothing.fairness.outside.map(({ personId }) => personId)).toEqual(['ada', 'bob', 'cyn', 'dan']);
    expect(nobody.unfilled).toEqual([
      { releaseId: 'r0', part: 'lead', people: [] },
      { releaseId: 'r0', part: 'shadow', people: [] },
    ]);
  });

  it('fills every place, with a lead and a shadow each, nobody twice in a row, loads one apart at most', () => {
    const found = propose(rotation({ people: four, releases: releases(7) }));

    expect(found.assignments).toHaveLength(14);
    expect(found.unfilled).toEqual([]);
    expect(found.fairness).toMatchObject({ spread: 1, proved: true });
    expect(found.fairness.loads.map(({ total }) => total).toSorted()).toEqual([3, 3, 4, 4]);
    for (const { personId } of found.assignments) {
      const own = found.assignments
        .filter((one) => one.personId === personId)
        .map(({ releaseId }) => Number(releaseId.slice(1)));
      expect(own.every((at, index) => index === 0 || at - (own[index - 1] ?? 0) >= 2)).toBe(true);
    }
    expect(found.assignments.every(({ by, hindrances }) => by === 'proposal' && hindrances.length === 0)).toBe(true);
  });

  it('gives the same roster for the same seed, whatever is asked for in between', () => {
    const given = (seed: number) => rotation({ people: four, releases: releases(8), terms: { seed } });
    const first = propose(given(7));
    propose(given(8));

    expect(propose(given(7))).toEqual(first);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => told(propose(given(seed))).join())).size).toBeGreaterThan(1);
  });

  it('lets those who had many parts before rest', () => {
    const past = ['bob', 'cyn', 'dan'].flatMap((other, index) => {
      const day = tuesdayOf(-2 - index);
      return [term(`old${index}`, day, 'lead', 'ada'), term(`old${index}`, day, 'shadow', other)];
    });

    const { fairness } = propose(rotation({ people: four, releases: releases(5), past, terms: { restReleases: 0 } }));

    // 16 parts in all, 4 each: Ada, who had 3, gets one.
    expect(fairness.loads.map(({ past: before, proposed, total }) => [before, proposed, total])).toEqual([
      [3, 1, 4],
      [1, 3, 4],
      [1, 3, 4],
      [1, 3, 4],
    ]);
  });

  it('pairs one who is familiar with one who is new', () => {
    const people = [
      person('old'),
      person('older'),
      person('new', { leads: 'shadow' }),
      person('newer', { leads: 'shadow' }),
    ];
    const past = [term('p1', tuesdayOf(-2), 'lead', 'old'), term('p2', tuesdayOf(-3), 'lead', 'older')];

    const found = propose(rotation({ people, releases: releases(4), past }));

    expect(found.fairness.unpaired).toBe(0);
    for (const { part, personId } of found.assignments) {
      expect(personId.startsWith(part === 'lead' ? 'old' : 'new')).toBe(true);
    }
  });

  it('breaks the pairing rather than leave a place empty, unless it is strict', () => {
    const past = [term('p', tuesdayOf(-2), 'lead', 'ada'), term('p', tuesdayOf(-2), 'shadow', 'bob')];
    const given = (pairing: 'prefer' | 'strict') =>
      rotation({ people: four.slice(0, 2), releases: releases(3), past, terms: { pairing, restReleases: 0 } });

    const prefer = propose(given('prefer'));
    const strict = propose(given('strict'));

    expect(prefer.unfilled).toEqual([]);
    expect(prefer.fairness.unpaired).toBe(0);
    expect(strict.fairness.unpaired).toBe(0);
    // Ada has led: she can lead every time, and Bob, who never did, is always the shadow.
    expect(told(strict)).toEqual(told(prefer));
  });

  it('fills nothing in a strict team without any past, and says that nobody is familiar', () => {
    const { unfilled, assignments } = propose(
      rotation({ people: four.slice(0, 2), releases: releases(1), terms: { pairing: 'strict' } }),
    );

    expect(assignments.map(({ part }) => part)).toEqual(['shadow']);
    expect(unfilled.map(({ part }) => part)).toEqual(['lead']);
    const whys = unfilled.flatMap(({ people }) => people.map(({ hindrances }) => hindrances.map(({ why }) => why)));
    expect(whys.every((each) => each.includes('not-familiar'))).toBe(true);
  });

  it('says of each empty place what hinders each person', () => {
    const people = [
      person('ada', { name: 'Ada' }),
      person('bob', { name: 'Bob', leads: 'shadow' }),
      person('cyn', { name: 'Cyn', zone: 'Asia/Tokyo', skills: ['Go'] }),
      person('dan', { name: 'Dan', skills: ['go'] }),
    ];
    const given = rotation({
      people,
      releases: [tuesday('r0', 0, { skills: ['Go'] })],
      absences: [away('dan', tuesdayOf(0))],
    });

    const { unfilled, assignments } = propose(given);

    expect(assignments.map(({ part }) => part)).toEqual(['shadow']);
    expect(unfilled).toMatchObject([{ releaseId: 'r0', part: 'lead' }]);
    expect(unfilled[0]?.people.map(({ hindrances }) => hindrances[0]?.text)).toEqual([
      'Ada lacks Go.',
      'Bob leads no release.',
      'It departs at 19:00 on Tuesday in Asia/Tokyo, when Cyn does not work.',
      'Dan is away on Tue 6 Jan 2026, at the time of “r0”.',
    ]);
  });

  it('says that a place stays empty because those who could have it need rest', () => {
    const { unfilled } = propose(rotation({ people: four.slice(0, 2), releases: releases(2) }));

    expect(unfilled).toHaveLength(2);
    for (const { people } of unfilled) {
      const whys = people.map(({ hindrances }) => hindrances[0]?.why);
      expect(whys.toSorted()).toEqual(['has-the-other-part', 'no-rest']);
    }
  });

  it('keeps what people decided by hand, and says what it breaks', () => {
    const byHand = [placed('r1', 'lead', 'ada'), placed('r2', 'lead', 'ada')];

    const found = propose(rotation({ people: four, releases: releases(4) }), byHand);

    const own = found.assignments.filter(({ by }) => by === 'hand');
    expect(told({ ...found, assignments: own })).toEqual(['r1 lead ada', 'r2 lead ada']);
    expect(own.map(({ hindrances }) => hindrances.map(({ why }) => why))).toEqual([['no-rest'], ['no-rest']]);
    expect(own[0]?.reasons[0]).toBe('Chosen by hand.');
    expect(found.assignments.filter(({ personId }) => personId === 'ada').map(({ releaseId }) => releaseId)).toEqual([
      'r1',
      'r2',
    ]);
  });

  it('gives each assignment its reasons', () => {
    const people = [person('ada', { name: 'Ada', skills: ['Go'] }), person('bob', { name: 'Bob', leads: 'shadow' })];
    const past = [term('p1', tuesdayOf(-3), 'lead', 'ada'), term('p2', tuesdayOf(-1), 'lead', 'zoe')];

    const { assignments } = propose(rotation({ people, releases: [tuesday('r0', 0, { skills: ['go'] })], past }));

    expect(assignments.map(({ reasons }) => reasons)).toEqual([
      [
        'Nobody else leads.',
        'Is familiar: has had a part once before.',
        'Has sat out 1 release.',
        'It departs at 11:00 on Tuesday in Europe/Berlin.',
        'Has go.',
      ],
      [
        'Nobody else could take it. Ada has the other part of it.',
        'Is new: has never led.',
        'Has had no part before.',
        'It departs at 11:00 on Tuesday in Europe/Berlin.',
      ],
    ]);
  });

  it('says what keeps the others, of many the first three', () => {
    const leads = ['ada', 'bob', 'cyn', 'dan', 'eve'].map((id) => person(id));
    const roster = [placed('r0', 'lead', 'ada'), placed('r0', 'shadow', 'bob'), placed('r1', 'shadow', 'cyn')];
    const absences = [away('dan', tuesdayOf(1))];
    const zoe = person('zoe', { leads: 'no' });

    const found = propose(rotation({ people: [...leads, zoe], releases: releases(2), absences }), [
      ...roster,
      placed('r1', 'lead', 'eve'),
    ]);
    const lead = found.assignments.find(({ releaseId, part }) => releaseId === 'r1' && part === 'lead');

    expect(lead?.reasons).toContain(
      'Nobody else could take it. ada has a part in “r0” and sits out the next release. bob has a part in “r0” and sits out the next release. cyn has the other part of it. 1 more could not either.',
    );
  });

  it('puts nobody into two releases that are deployed at the same time, however many lie between', () => {
    const same = ['a', 'b', 'c'].map((id) => turn(id, '2026-01-13'));

    const found = propose(rotation({ people: four, releases: same }));
    const people = found.assignments.map(({ personId }) => personId);

    expect(people.toSorted()).toEqual(['ada', 'bob', 'cyn', 'dan']);
    expect(found.unfilled.map(({ part }) => part)).toEqual(['shadow', 'shadow']);
    expect(found.unfilled[0]?.people.flatMap(({ hindrances }) => hindrances.map(({ why }) => why))).toContain(
      'elsewhere',
    );
    expect(found.fairness.proved).toBe(true);
  });

  it('compares somebody with the others who could take the place', () => {
    const past = [
      term('p1', tuesdayOf(-4), 'lead', 'ada'),
      term('p1', tuesdayOf(-4), 'shadow', 'bob'),
      term('p2', tuesdayOf(-6), 'lead', 'bob'),
    ];

    const { assignments } = propose(
      rotation({
        people: [...four.slice(0, 2), person('cyn', { leads: 'no' })],
        releases: releases(1),
        past,
        terms: { restReleases: 0 },
      }),
      [placed('r0', 'shadow', 'cyn')],
    );

    const lead = assignments.find(({ part }) => part === 'lead');
    expect(lead).toMatchObject({ personId: 'ada' });
    expect(lead?.reasons[0]).toBe('Has had 1 part so far; the others who could take it 2.');
  });

  it('names those who could take no place at all, and why, and leaves them out of the spread', () => {
    const people = [...four, person('eve', { name: 'Eve', leads: 'no' })];

    const { fairness } = propose(rotation({ people, releases: releases(4) }));

    expect(fairness.outside).toEqual([{ personId: 'eve', texts: ['Eve leads no release.', 'Eve takes no turn.'] }]);
    expect(fairness.loads.map(({ personId }) => personId)).toEqual(['ada', 'bob', 'cyn', 'dan']);
    expect(fairness.loads[0]?.couldTake).toBe(4);
  });

  it('plans around releases that are settled between those to be staffed', () => {
    const past = [term('between', '2026-01-08', 'lead', 'ada')];

    const found = propose(rotation({ people: four.slice(0, 3), releases: releases(2), past }));

    expect(found.assignments.map(({ personId }) => personId)).not.toContain('ada');
  });

  /** One possible roster: who has which place. */
  type Roster = readonly {
    readonly at: number;
    readonly part: 'lead' | 'shadow';
    readonly who: number;
    readonly hand: boolean;
  }[];

  it('is by the rules, and no roster of all fills more, pairs better or is fairer', () => {
    const someone = fc.record({
      leads: fc.constantFrom('lead', 'lead', 'shadow', 'no'),
      skilled: fc.boolean(),
      early: fc.boolean(),
      away: fc.option(fc.nat(2), { nil: null }),
    });
    const some = fc.record({
      people: fc.array(someone, { minLength: 1, maxLength: 4 }),
      count: fc.integer({ min: 1, max: 3 }),
      skilled: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      past: fc.array(fc.tuple(fc.nat(1), fc.constantFrom('lead' as const, 'shadow' as const), fc.nat(3)), {
        maxLength: 3,
      }),
      hand: fc.option(fc.tuple(fc.nat(2), fc.constantFrom('lead' as const, 'shadow' as const), fc.nat(3)), {
        nil: null,
      }),
      rest: fc.integer({ min: 0, max: 2 }),
      strict: fc.boolean(),
      seed: fc.nat(99),
    });
    fc.assert(
      fc.property(some, ({ people, count, skilled, past, hand, rest, strict, seed }) => {
        const given = rotation({
          people: people.map((one, index) =>
            person(`p${index}`, {
              leads: one.leads,
              skills: one.skilled ? ['Go'] : [],
              zone: one.early ? 'Europe/Berlin' : 'Asia/Tokyo',
            }),
          ),
          releases: Array.from({ length: count }, (_, index) =>
            tuesday(`r${index}`, index, { skills: skilled[index] ? ['go'] : [] }),
          ),
          absences: people.flatMap((one, index) => (one.away === null ? [] : [away(`p${index}`, tuesdayOf(one.away))])),
          past: past.map(([at, part, who]) => term(`old${at}`, tuesdayOf(at - 2), part, `p${who}`)),
          terms: { restReleases: rest, pairing: strict ? 'strict' : 'prefer', seed },
        });
        const byHand =
          hand === null || hand[0] >= count || hand[2] >= people.length
            ? []
            : [placed(`r${hand[0]}`, hand[1], `p${hand[2]}`)];

        const found = propose(given, byHand);

        // The oracle, written from the rules' text: rows 0 and 1 are the two releases of the past that anybody was in.
        const oldRows = [...new Set(past.map(([at]) => at))].sort();
        const before: Roster = past.map(([at, part, who]) => ({ at: oldRows.indexOf(at), part, who, hand: true }));
        const rowOf = (release: number) => oldRows.length + release;
        const fits = (release: number, part: 'lead' | 'shadow', who: number) => {
          const one = people[who];
          if (one === undefined || one.leads === 'no' || one.away === release || !one.early) return false;
          return part === 'shadow' || (one.leads === 'lead' && (one.skilled || !skilled[release]));
        };
        const isAllowed = (all: Roster) =>
          all.every(
            (one, index) =>
              one.hand ||
              all.every((other, place) => {
                if (index === place || one.who !== other.who) return true;
                return Math.abs(one.at - other.at) > rest && one.at !== other.at;
              }),
          );
        const isPaired = (one: Roster[number], all: Roster) => {
          const earlier = all.filter((other) => other.who === one.who && other.at < one.at);
          return one.part === 'lead' ? earlier.length > 0 : earlier.every((other) => other.part !== 'lead');
        };
        const ableOnes = people.flatMap((_, who) =>
          Array.from({ length: count }, (_unused, release) => release).some(
            (release) => fits(release, 'lead', who) || fits(release, 'shadow', who),
          )
            ? [who]
            : [],
        );
        const judge = (all: Roster) => {
          const missing = (part: 'lead' | 'shadow') =>
            count - all.filter((one) => one.part === part && one.at >= oldRows.length).length;
          const unpaired = all.filter((one) => !one.hand && !isPaired(one, all)).length;
          const loads = ableOnes.map((who) => all.filter((one) => one.who === who).length);
          const spread = loads.length === 0 ? 1 : Math.max(1, Math.max(...loads) - Math.min(...loads));
          return isAllowed(all) && !(strict && unpaired > 0)
            ? [missing('lead'), missing('shadow'), unpaired, spread]
            : null;
        };
        const handed: Roster = byHand.map(({ releaseId, part, personId }) => ({
          at: rowOf(Number(releaseId.slice(1))),
          part,
          who: Number(personId.slice(1)),
          hand: true,
        }));
        let best: readonly number[] | null = null;
        const visit = (place: number, roster: Roster): void => {
          const release = Math.floor(place / 2);
          const part = place % 2 === 0 ? 'lead' : 'shadow';
          if (release >= count) {
            const judged = judge(roster);
            const worse = judged?.findIndex((number, index) => number !== best?.[index]) ?? -1;
            if (judged && (best === null || (worse >= 0 && (judged[worse] ?? 0) < (best[worse] ?? 0)))) best = judged;
            return;
          }
          visit(place + 1, roster);
          if (handed.some((one) => one.at === rowOf(release) && one.part === part)) return;
          for (let who = 0; who < people.length; who += 1) {
            if (fits(release, part, who)) visit(place + 1, [...roster, { at: rowOf(release), part, who, hand: false }]);
          }
        };
        visit(0, [...before, ...handed]);

        const roster: Roster = [
          ...before,
          ...found.assignments.map(({ releaseId, part, personId, by }) => ({
            at: rowOf(Number(releaseId.slice(1))),
            part,
            who: Number(personId.slice(1)),
            hand: by === 'hand',
          })),
        ];
        for (const one of roster) if (!one.hand) expect(fits(one.at - oldRows.length, one.part, one.who)).toBe(true);
        expect(judge(roster)).toEqual(best);
        expect(found.fairness.proved).toBe(true);
        expect(found.assignments.length + found.unfilled.length).toBe(count * 2);
      }),
      { numRuns: 150 },
    );
  });
});
