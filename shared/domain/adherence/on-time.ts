import type {
  Adherence,
  AdherenceGroup,
  AdherenceTerms,
  PlanTrack,
  Quarter,
  ReleaseAdherence,
} from '../../model/adherence.ts';
import type { TrainId } from '../../model/ids.ts';
import type { Day } from '../../model/time.ts';
import { civilDay } from '../calendar/days.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import { releaseAdherence } from './release-adherence.ts';

type Measured = Extract<ReleaseAdherence, { outcome: 'measured' }>;
type Apart = AdherenceGroup['apart'];

/** The quarter of the calendar year that a day lies in. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = civilDay(day);
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}` as Quarter;
}

/** The releases that were measured. */
export function measuredOf(releases: readonly ReleaseAdherence[]): readonly Measured[] {
  return releases.filter((release): release is Measured => release.outcome === 'measured');
}

/** The slip of a release in the unit asked for. */
export function slipIn(unit: AdherenceTerms['unit'], { slipDays, slipWorkingDays }: Measured): number {
  return unit === 'calendar-days' ? slipDays : slipWorkingDays;
}

function actualDayOf(release: ReleaseAdherence): Day | null {
  return release.outcome === 'measured' || release.outcome === 'no-baseline' ? release.actual.day : null;
}

function plannedDayOf(release: ReleaseAdherence): Day | null {
  if (release.outcome === 'no-baseline') return null;
  if (release.baseline !== null) return release.baseline.day;
  if (release.outcome === 'not-departed') return release.planned.day;
  return release.outcome === 'measured' ? null : release.lastPlanned.day;
}

/**
 * The quarter that a release counts in. By `baseline`, that of the day that the baseline promised, so that a release
 * counts against the quarter it was promised for however far it slips, and is in sight there before it departs; by
 * `actual`, that of its departure. Where the day asked for is not there, the other one, or the day last planned.
 */
export function quarterIn(by: AdherenceTerms['quarterBy'], release: ReleaseAdherence): Quarter {
  const actual = actualDayOf(release);
  const planned = plannedDayOf(release);
  const day = by === 'baseline' ? (planned ?? actual) : (actual ?? planned);
  // Every outcome has one of the two.
  if (day === null) throw new Error('a release without a day');
  return quarterOf(day);
}

const APART_KEYS = ['noBaseline', 'notDeparted', 'overdue', 'cancelled', 'removed'] as const satisfies (keyof Apart)[];

function apartKey(release: ReleaseAdherence): keyof Apart | null {
  if (release.outcome === 'measured') return null;
  if (release.outcome === 'no-baseline') return 'noBaseline';
  if (release.outcome === 'not-departed') return release.overdue ? 'overdue' : 'notDeparted';
  return release.outcome;
}

function keysApart(releases: readonly ReleaseAdherence[], which: keyof Apart): string[] {
  return releases.filter((release) => apartKey(release) === which).map(({ key }) => key);
}

/** On-time figures of some releases, with those apart that could not be measured. */
function groupOf(
  releases: readonly ReleaseAdherence[],
  of: Pick<AdherenceGroup, 'trainId' | 'quarter'>,
  { unit, withinDays }: Pick<AdherenceTerms, 'unit' | 'withinDays'>,
): AdherenceGroup {
  const measured = measuredOf(releases);
  const count = (holds: (release: Measured) => boolean) => measured.filter(holds).length;
  const share = (part: number) => (measured.length === 0 ? null : part / measured.length);
  const exact = count(({ slipDays }) => slipDays === 0);
  const within = count((release) => Math.abs(slipIn(unit, release)) <= withinDays);
  const [noBaseline = [], notDeparted = [], overdue = [], cancelled = [], removed = []] = APART_KEYS.map((which) =>
    keysApart(releases, which),
  );
  return {
    ...of,
    measured: measured.map(({ key }) => key),
    exact,
    within,
    early: count(({ slipDays }) => slipDays < 0),
    late: count(({ slipDays }) => slipDays > 0),
    exactRate: share(exact),
    withinRate: share(within),
    apart: { noBaseline, notDeparted, overdue, cancelled, removed },
  };
}

function groupsBy(
  releases: readonly ReleaseAdherence[],
  terms: AdherenceTerms,
  ofEach: (release: ReleaseAdherence) => Pick<AdherenceGroup, 'trainId' | 'quarter'>,
): AdherenceGroup[] {
  const groups = Map.groupBy(releases, (release) => {
    const { trainId, quarter } = ofEach(release);
    return `${quarter ?? ''} ${trainId ?? ''}`;
  });
  return [...groups.values()]
    .map((members) => groupOf(members, ofEach(members[0] as ReleaseAdherence), terms))
    .sort((a, b) => compare(a.quarter, b.quarter) || compare(a.trainId, b.trainId));
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/**
 * How well releases kept to a baseline: each release, and on-time figures of all, per train, per quarter and per both.
 * Exact is departure on the baseline day; within n days is n days early or late at most, in the unit asked for. A rate
 * is a share of the releases that were measured; those without a baseline, not departed yet, overdue, cancelled or
 * removed are named apart in each group, so that the groups of one kind always add up to all releases.
 */
export function adherenceOf(
  tracks: readonly PlanTrack[],
  terms: AdherenceTerms,
  workingDaysOf: (trainId: TrainId) => WorkingDays,
): Adherence {
  const { baseline, today, quarterBy } = terms;
  const releases = tracks.map((track) =>
    releaseAdherence(track, { baseline, today, days: workingDaysOf(track.trainId) }),
  );
  const quarter = (release: ReleaseAdherence) => quarterIn(quarterBy, release);
  return {
    terms,
    releases,
    overall: groupOf(releases, { trainId: null, quarter: null }, terms),
    byTrain: groupsBy(releases, terms, ({ trainId }) => ({ trainId, quarter: null })),
    byQuarter: groupsBy(releases, terms, (release) => ({ trainId: null, quarter: quarter(release) })),
    byTrainAndQuarter: groupsBy(releases, terms, (release) => ({
      trainId: release.trainId,
      quarter: quarter(release),
    })),
  };
}
