import type { Roster } from '../../../shared/contract/assignments.ts';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { checkRoster, type Rotation } from '../../../shared/domain/rotation/roster-hindrances.ts';
import { commonestCause } from '../../../shared/domain/rotation/why-open.ts';
import type { Person } from '../../../shared/model/catalogue.ts';
import type { PersonId, ReleaseId } from '../../../shared/model/ids.ts';
import type { Hindrance, RosterPart, RosterPlace, RosterRelease } from '../../../shared/model/roster.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { dayIn, formatDay, formatTime } from '../../lib/format.ts';

export const PARTS = ['lead', 'shadow'] as const satisfies readonly RosterPart[];

/** Who was chosen by hand for places, by `placeKey`; null for a place that is left open. */
export type Edits = ReadonlyMap<string, PersonId | null>;

/** The name of a place among edits. */
export function placeKey({ releaseId, part }: Pick<RosterPlace, 'releaseId' | 'part'>): string {
  return `${part} ${releaseId}`;
}

/** A place as it stands: settled before, chosen here, proposed, or open. */
export interface PlaceView {
  readonly key: string;
  readonly releaseId: ReleaseId;
  readonly part: RosterPart;
  readonly state: 'settled' | 'chosen' | 'proposed' | 'open';
  /** Null where it is open. */
  readonly person: { readonly id: PersonId; readonly name: string } | null;
  /** What speaks for who was proposed. */
  readonly reasons: readonly string[];
  /** What speaks against who has it now, beside all others as they stand. */
  readonly hindrances: readonly Hindrance[];
}

export interface RosterRow {
  readonly release: RosterRelease;
  readonly places: Readonly<Record<RosterPart, PlaceView>>;
}

type People = Pick<Catalogue, 'people' | 'absences'>;

/** What the rules of a roster are checked against. */
export function rotationOf(roster: Roster, { people, absences }: People): Rotation {
  const { releases, past, daysOff, terms } = roster;
  return { people, absences, daysOff, releases, past, terms };
}

/** A roster release by release as it stands with what was chosen here; each place says what its holder breaks. */
export function rosterRows(roster: Roster, catalogue: People, edits: Edits): readonly RosterRow[] {
  const rotation = rotationOf(roster, catalogue);
  const names = new Map(catalogue.people.map(({ id, name }) => [id, name]));
  const proposed = new Map(roster.assignments.map((assignment) => [placeKey(assignment), assignment]));
  const bare = (release: RosterRelease, part: RosterPart): PlaceView => {
    const { releaseId } = release;
    const key = placeKey({ releaseId, part });
    const own = proposed.get(key);
    const edit = edits.get(key);
    const id = edit === undefined ? (own?.personId ?? null) : edit;
    const person = id === null ? null : { id, name: names.get(id) ?? 'somebody who was removed' };
    const isProposed = own !== undefined && own.personId === id;
    const state = ((): PlaceView['state'] => {
      if (person === null) return 'open';
      if (edit !== undefined) return 'chosen';
      return own?.by === 'hand' ? 'settled' : 'proposed';
    })();
    return { key, releaseId, part, state, person, reasons: isProposed ? own.reasons : [], hindrances: [] };
  };
  const rows = roster.releases
    .toSorted((one, other) => one.departsAt - other.departsAt || (one.name < other.name ? -1 : 1))
    .map((release) => ({ release, places: { lead: bare(release, 'lead'), shadow: bare(release, 'shadow') } }));
  const held = placesOf(rows);
  const against = checkRoster(held, rotation);
  const found = new Map(held.map((place, at) => [placeKey(place), against[at] ?? []]));
  const judged = (place: PlaceView) => ({ ...place, hindrances: found.get(place.key) ?? [] });
  return rows.map(({ release, places: { lead, shadow } }) => ({
    release,
    places: { lead: judged(lead), shadow: judged(shadow) },
  }));
}

/** When each row departs on a zone's calendar; with the hour where several depart on one day. */
export function departureWords(rows: readonly RosterRow[], zone: Zone): readonly string[] {
  const days = rows.map(({ release }) => dayIn(release.departsAt, zone));
  const counts = Map.groupBy(days, (day) => day);
  return rows.map(({ release }, at) => {
    const day = days[at] ?? release.day;
    const repeats = (counts.get(day)?.length ?? 0) > 1;
    return repeats ? `${formatDay(day)}, ${formatTime(release.departsAt, zone)}` : formatDay(day);
  });
}

/** The places of rows that somebody has. */
function placesOf(rows: readonly RosterRow[]): readonly RosterPlace[] {
  return rows.flatMap(({ places }) =>
    PARTS.flatMap((part) => {
      const { releaseId, person } = places[part];
      return person === null ? [] : [{ releaseId, part, personId: person.id }];
    }),
  );
}

/** Somebody who could be chosen for a place, with what speaks against it; `parts` is how many they have otherwise. */
export interface Candidate {
  readonly person: Person;
  readonly parts: number;
  readonly hindrances: readonly Hindrance[];
}

/** Everybody for a place: those whom nothing hinders first, of them those with the fewest parts. */
export function candidatesFor(
  place: Pick<PlaceView, 'key' | 'releaseId' | 'part'>,
  rows: readonly RosterRow[],
  rotation: Rotation,
): readonly Candidate[] {
  const others = placesOf(rows).filter((one) => placeKey(one) !== place.key);
  const { releaseId, part } = place;
  return rotation.people
    .map((person): Candidate => {
      const with_ = [...others, { releaseId, part, personId: person.id }];
      const parts = [...others, ...rotation.past].filter(({ personId }) => personId === person.id).length;
      return { person, parts, hindrances: checkRoster(with_, rotation).at(-1) ?? [] };
    })
    .toSorted(
      (one, other) =>
        one.hindrances.length - other.hindrances.length ||
        one.parts - other.parts ||
        (one.person.name < other.person.name ? -1 : 1),
    );
}

/** How many parts somebody has: before, and in the roster as it stands. */
export interface LoadView {
  readonly person: Person;
  readonly past: number;
  readonly here: number;
}

/** The parts of everybody who has one, or takes turns; in the order of the list. */
export function loadsOf(rows: readonly RosterRow[], rotation: Rotation): readonly LoadView[] {
  const held = placesOf(rows);
  return rotation.people
    .map((person) => ({
      person,
      past: rotation.past.filter(({ personId }) => personId === person.id).length,
      here: held.filter(({ personId }) => personId === person.id).length,
    }))
    .filter(({ person, here }) => person.leads !== 'no' || here > 0);
}

/** What is settled when rows are accepted: their places that somebody has and that are not settled already. */
export function placesToSettle(rows: readonly RosterRow[], left: ReadonlySet<ReleaseId>): readonly RosterPlace[] {
  return rows
    .filter(({ release }) => !left.has(release.releaseId))
    .flatMap(({ places }) =>
      PARTS.flatMap((part) => {
        const { releaseId, person, state } = places[part];
        return person === null || state === 'settled' ? [] : [{ releaseId, part, personId: person.id }];
      }),
    );
}

function count(value: number, one: string): string {
  return `${value} ${value === 1 ? one : `${one}s`}`;
}

function openPlaces(rows: readonly RosterRow[]): readonly PlaceView[] {
  return rows.flatMap(({ places }) => PARTS.map((part) => places[part])).filter(({ state }) => state === 'open');
}

function gapWords(rows: readonly RosterRow[]): string {
  const open = openPlaces(rows);
  const leads = open.filter(({ part }) => part === 'lead').length;
  const gaps = [
    ...(leads > 0 ? [`${count(leads, 'release')} without a lead`] : []),
    ...(open.length > leads ? [`${count(open.length - leads, 'release')} without a shadow`] : []),
  ];
  return gaps.length === 0 ? 'Every place is filled.' : `${gaps.join(' and ')}.`;
}

/** How fair a roster is, and what is open, in sentences. */
export function fairnessWords(roster: Roster, rows: readonly RosterRow[], rotation: Rotation): readonly string[] {
  if (placesOf(rows).length === 0) return [gapWords(rows)];
  const against = rows.flatMap(({ places }) => PARTS.filter((part) => places[part].hindrances.length > 0)).length;
  const able = new Set<string>(roster.fairness.loads.map(({ personId }) => personId));
  const loads = loadsOf(rows, rotation).filter(({ person, here }) => able.has(person.id) || here > 0);
  const totals = loads.map(({ past, here }) => past + here);
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  const isEdited = rows.some(({ places }) => PARTS.some((part) => places[part].state === 'chosen'));
  return [
    least === most ? `Everybody has ${count(most, 'part')}.` : `From ${least} to ${count(most, 'part')} each.`,
    gapWords(rows),
    ...(against > 0 ? [`${count(against, 'place')} against the rules, as chosen by hand.`] : []),
    ...(roster.fairness.unpaired > 0 && !isEdited
      ? [`${count(roster.fairness.unpaired, 'place')} without one who is familiar beside one who is new.`]
      : []),
    ...(isEdited || !roster.fairness.proved ? [] : ['No roster is fairer.']),
  ];
}

const causes = {
  'takes-no-such-part': { all: 'nobody takes that part', many: 'nobody takes that part' },
  'other-team': { all: 'nobody is of the train’s teams', many: 'most are in no team of the train' },
  absent: { all: 'everybody is away', many: 'most are away' },
  'day-off': { all: 'everybody has a day off', many: 'most have a day off' },
  'outside-working-hours': { all: 'outside everybody’s working hours', many: 'outside most people’s working hours' },
  'skill-missing': { all: 'nobody knows what a lead must know', many: 'most lack what a lead must know' },
  'has-the-other-part': { all: 'everybody has the other part', many: 'most have the other part' },
  elsewhere: { all: 'everybody is in another deployment then', many: 'most are in another deployment then' },
  'no-rest': { all: 'everybody sits out after another release', many: 'most sit out after another release' },
  'not-familiar': { all: 'nobody had a part before', many: 'most never had a part before' },
  'not-new': { all: 'everybody has led before', many: 'most have led before' },
  'shadows-later': { all: 'everybody is a shadow before', many: 'most are a shadow before' },
} as const satisfies Record<Hindrance['why'], Readonly<Record<'all' | 'many', string>>>;

/** What leaves most of the open places open, as a sentence; null where none is open, but for those left open by hand. */
export function openWords(
  roster: Roster,
  rows: readonly RosterRow[],
): { readonly why: Hindrance['why']; readonly text: string } | null {
  const open = new Set(openPlaces(rows).map(({ key }) => key));
  const unfilled = roster.unfilled.filter((place) => open.has(placeKey(place)));
  const cause = commonestCause(unfilled);
  if (cause === null) return null;
  const { why, places, everybody, example } = cause;
  const of = places === unfilled.length ? count(places, 'open place') : `${places} of ${unfilled.length} open places`;
  const name = roster.releases.find(({ releaseId }) => releaseId === example?.place.releaseId)?.name;
  const shown = example === null ? '' : ` “${name}”: ${example.text}`;
  return { why, text: `${of}: ${causes[why][everybody ? 'all' : 'many']}.${shown}` };
}

/** Those who could take no place, and why. */
export function outsideWords(roster: Roster, people: readonly Person[]): readonly string[] {
  return roster.fairness.outside.flatMap(({ personId, texts }) => {
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) return [];
    const [first, ...more] = texts;
    const rest = more.length === 0 ? '' : ` And ${count(more.length, 'more reason')}.`;
    return [first === undefined ? `${person.name} could take no place.` : `${first}${rest}`];
  });
}
