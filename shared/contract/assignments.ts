import * as z from 'zod';
import { Assignment } from '../model/assignment.ts';
import { AssignmentId, PersonId, ReleaseId, TrainId } from '../model/ids.ts';
import { RosterPlace, RosterProposal, RosterRelease, RosterTerm, RosterTerms, TeamDayOff } from '../model/roster.ts';
import { type ClockTime, Day } from '../model/time.ts';
import { ConflictEffect, reads } from './conflicts.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** A proposal with what it was made of, so that a change of it can be judged where it is made. */
export const Roster = RosterProposal.extend({
  releases: z.array(RosterRelease),
  /** Parts in releases that are not to be staffed. */
  past: z.array(RosterTerm),
  daysOff: z.array(TeamDayOff),
  /** The places that are settled, for the base of a change. */
  settled: z.array(RosterPlace),
  /** The last day that was asked about, or that of the last release. */
  to: Day,
});
export type Roster = z.infer<typeof Roster>;

/** Office hours from Monday to Friday, nobody twice in a row, pairs where that can be, people of the train's teams. */
const USUAL_TERMS: RosterTerms = {
  workingHours: { from: '08:00' as ClockTime, to: '20:00' as ClockTime },
  workdays: [1, 2, 3, 4, 5],
  restReleases: 1,
  pairing: 'prefer',
  ownTeams: true,
  seed: 1,
};

export const assignmentsContract = {
  list: query(
    'Lists who has which part in a release, or in every release.',
    ['assignment'],
    z.strictObject({ releaseId: ReleaseId.nullable() }),
    z.array(Assignment),
  ),
  away: query(
    'Says who is away, or whose team has a day off, when a release is decided on or deployed.',
    ['release', 'milestone', 'train', 'person', 'team', 'absence'],
    z.strictObject({ releaseId: ReleaseId }),
    z.array(z.strictObject({ personId: PersonId, text: z.string() })),
  ),
  add: command(
    'Gives somebody a part in a release.',
    Assignment.omit({ id: true }),
    z.strictObject({ id: AssignmentId }),
  ),
  propose: query(
    'Proposes who leads and who shadows coming releases: fair, by team, absence, zone, skill and rest; what is settled stays.',
    ['assignment', 'person', 'team', 'absence', 'release', 'milestone', 'train'],
    z.strictObject({
      /** Null for every train. */
      trainIds: z.array(TrainId).max(500).nullable(),
      from: Day,
      /** Null for the last release that is planned. */
      to: Day.nullable().default(null),
      /** What each lead must be able to do. */
      skills: z.array(z.string().max(60)).max(20).default([]),
      terms: RosterTerms.default(USUAL_TERMS),
      /** Places that somebody chose and did not settle yet: they stay, and the others are filled around them. */
      chosen: z.array(RosterPlace).max(5_000).default([]),
    }),
    Roster,
  ),
  preview: query(
    'Says which conflicts settling places of a roster would make and resolve, without settling anything.',
    reads,
    z.strictObject({ places: z.array(RosterPlace).max(5_000) }),
    ConflictEffect,
  ),
  accept: command(
    'Settles places of a roster; whoever had one of them before gives it up.',
    z.strictObject({
      places: z.array(RosterPlace).min(1).max(5_000),
      /** The places that were settled when the roster was made; refused where another was given since. */
      base: z.array(RosterPlace).max(10_000).optional(),
    }),
    z.strictObject({ settled: z.int() }),
  ),
  remove: command('Takes a part in a release away.', z.strictObject({ id: AssignmentId }), Nothing),
};
