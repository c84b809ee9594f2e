import * as z from 'zod';
import { PersonId, ReleaseId, TeamId } from './ids.ts';
import { Span } from './span.ts';
import { ClockTime, Day, Instant } from './time.ts';

/** The two parts of each release in a rotation: somebody leads it, and somebody learns beside them. */
export const RosterPart = z.enum(['lead', 'shadow']);
export type RosterPart = z.infer<typeof RosterPart>;

/** What the two parts of a roster are called among the parts in a release. */
export const ROSTER_ROLES: Readonly<Record<RosterPart, string>> = { lead: 'Release lead', shadow: 'Shadow lead' };

/** A release to be staffed. */
export const RosterRelease = z.strictObject({
  releaseId: ReleaseId,
  /** With its train's, since trains mix in a rota. */
  name: z.string(),
  departsAt: Instant,
  /** Its day, in its train's zone. */
  day: Day,
  /** When both must be there. */
  duties: z.array(z.strictObject({ name: z.string(), span: Span })),
  /** When it is deployed: nobody can be in two deployments at a time. */
  deployments: z.array(Span),
  /** Who has a part that is none of a rota's in a release that is deployed at the same time, and that one's name. */
  elsewhere: z.array(z.strictObject({ personId: PersonId, name: z.string() })),
  /** The teams that work for its train. */
  teams: z.array(TeamId),
  /** What its lead must be able to do; compared without case. */
  skills: z.array(z.string()),
});
export type RosterRelease = z.infer<typeof RosterRelease>;

/** A part that somebody had, or is settled to have, in a release that is not to be staffed. */
export const RosterTerm = RosterRelease.pick({
  releaseId: true,
  name: true,
  departsAt: true,
  deployments: true,
}).extend({ part: RosterPart, personId: PersonId });
export type RosterTerm = z.infer<typeof RosterTerm>;

/** A day on which a team does not work, by its holiday's name. */
export const TeamDayOff = z.strictObject({ teamId: TeamId, day: Day, name: z.string() });
export type TeamDayOff = z.infer<typeof TeamDayOff>;

/** Somebody in a place. */
export const RosterPlace = z.strictObject({ releaseId: ReleaseId, part: RosterPart, personId: PersonId });
export type RosterPlace = z.infer<typeof RosterPlace>;

/** What a rotation goes by. */
export const RosterTerms = z.strictObject({
  /** A release departs in somebody's working hours where their clock shows `from` to `to`, both included. */
  workingHours: z.strictObject({ from: ClockTime, to: ClockTime }),
  /** ISO weekdays, on their own calendar. */
  workdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** How many releases one sits out after a part: 1 for no two in a row, 0 for no rest. */
  restReleases: z.int().min(0).max(20),
  /** Whether a place stays empty rather than break the pairing of one who is familiar with one who is new. */
  pairing: z.enum(['prefer', 'strict']),
  /** Whether only people of a train's teams are asked, where the train has teams. */
  ownTeams: z.boolean().default(true),
  /** Decides between rosters that are equally good. */
  seed: z.int(),
});
export type RosterTerms = z.infer<typeof RosterTerms>;

/** Why somebody cannot have a place. */
export const Hindrance = z.strictObject({
  why: z.enum([
    'takes-no-such-part',
    'other-team',
    'absent',
    'day-off',
    'outside-working-hours',
    'skill-missing',
    'has-the-other-part',
    'elsewhere',
    'no-rest',
    'not-familiar',
    'not-new',
    'shadows-later',
  ]),
  /** The same as a sentence. */
  text: z.string(),
});
export type Hindrance = z.infer<typeof Hindrance>;

/** Somebody in a place, with what speaks for it, and against it where people decided it. */
export const RosterAssignment = RosterPlace.extend({
  by: z.enum(['proposal', 'hand']),
  reasons: z.array(z.string()),
  hindrances: z.array(Hindrance),
});
export type RosterAssignment = z.infer<typeof RosterAssignment>;

/** A place that nobody fits, with what hinders each. */
export const UnfilledPlace = z.strictObject({
  releaseId: ReleaseId,
  part: RosterPart,
  people: z.array(z.strictObject({ personId: PersonId, hindrances: z.array(Hindrance).min(1) })),
});
export type UnfilledPlace = z.infer<typeof UnfilledPlace>;

/** How much each person does. */
export const RosterLoad = z.strictObject({
  personId: PersonId,
  /** Parts before, and in the proposal. */
  past: z.int(),
  proposed: z.int(),
  total: z.int(),
  /** Places that nothing but the rest of the roster would keep them from. */
  couldTake: z.int(),
});
export type RosterLoad = z.infer<typeof RosterLoad>;

export const RosterProposal = z.strictObject({
  terms: RosterTerms,
  assignments: z.array(RosterAssignment),
  unfilled: z.array(UnfilledPlace),
  fairness: z.strictObject({
    /** Those who could take a place, and those who were given one by hand; the spread is of the former. */
    loads: z.array(RosterLoad),
    /** Most less least parts; null where nobody could take a place. */
    spread: z.int().nullable(),
    /** Places whose pairing is not one familiar and one new. */
    unpaired: z.int(),
    /** Those who could take none, and every reason why. */
    outside: z.array(z.strictObject({ personId: PersonId, texts: z.array(z.string()) })),
    /** No roster fills more places, pairs better or has a smaller spread (beyond 1); false where the search ended before. */
    proved: z.boolean(),
  }),
});
export type RosterProposal = z.infer<typeof RosterProposal>;
