import type {
  AdherenceTerms,
  NoBaseline,
  PlanSource,
  PlanTrack,
  PlanVersion,
  ReleaseAdherence,
  TrendSignal,
} from '../../../shared/model/adherence.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import { unitWords } from './terms.ts';

const reasons: Readonly<Record<NoBaseline, string>> = {
  'not-planned-yet': 'It was not planned yet then.',
  'departed-already': 'It had departed by then.',
  'cancelled-then': 'It was cancelled then.',
  'removed-then': 'It was not in the plan then.',
  'never-planned-before-departure': 'Its day was first written down after it had departed.',
  'another-train': 'The baseline is of another train.',
};

const signalWords: Readonly<Record<TrendSignal, string>> = {
  'beyond-limit': 'beyond the limit: more than chance',
  'run-on-one-side': 'one of eight or more in a row on one side of the mean',
  'near-one-limit': 'one of three in four near one limit',
  'moving-range': 'a jump larger than usual',
};

/** A slip in words: how many days, and to which side. */
export function slipWords(days: number, unit: AdherenceTerms['unit']): string {
  if (days === 0) return 'on the day';
  return `${unitWords(unit, Math.abs(days))} ${days > 0 ? 'late' : 'early'}`;
}

/** Why a value is no chance variation, in words; empty where it is one. */
export function signalText(signals: readonly TrendSignal[]): string {
  return signals.map((signal) => signalWords[signal]).join('; ');
}

/** One release as a row of the table. */
export interface AdherenceRow {
  readonly key: string;
  readonly name: string;
  /** The day of the baseline; null where it has none. */
  readonly planned: Day | null;
  /** The day of departure; null where it has not departed. */
  readonly actual: Day | null;
  /** In the unit of the report; null where nothing was measured. */
  readonly slip: number | null;
  readonly outcome: string;
}

function outcomeOf(release: ReleaseAdherence, unit: AdherenceTerms['unit']): Pick<AdherenceRow, 'slip' | 'outcome'> {
  if (release.outcome === 'measured') {
    const slip = unit === 'calendar-days' ? release.slipDays : release.slipWorkingDays;
    return { slip, outcome: slipWords(slip, unit) };
  }
  if (release.outcome === 'no-baseline') return { slip: null, outcome: reasons[release.why] };
  if (release.outcome !== 'not-departed') return { slip: null, outcome: release.outcome };
  const foreseen = release.foreseenSlipDays;
  const words = foreseen === null ? 'not in this baseline' : `planned ${slipWords(foreseen, 'calendar-days')}`;
  return { slip: null, outcome: release.overdue ? `overdue, ${words}` : `still ahead, ${words}` };
}

/** A release's row: what was planned by the baseline, what became of it, and the slip. */
export function rowOf(release: ReleaseAdherence, unit: AdherenceTerms['unit']): AdherenceRow {
  const planned = 'baseline' in release ? (release.baseline?.day ?? null) : null;
  const actual = 'actual' in release ? release.actual.day : null;
  return { key: release.key, name: release.name, planned, actual, ...outcomeOf(release, unit) };
}

/** One statement about a release's day, in words, with where it comes from. */
export interface Statement {
  readonly key: string;
  readonly on: Day;
  readonly text: string;
  readonly source: PlanSource;
}

function said({ day, state }: PlanVersion, before: PlanVersion | undefined): string {
  const date = formatDay(day);
  if (state === 'departed') return `departed on ${date}`;
  if (state === 'cancelled' || state === 'removed') return state;
  if (before === undefined) return `planned for ${date}`;
  if (before.day === day) return state === 'under-way' ? `under way for ${date}` : `planned for ${date}`;
  return `moved ${before.day < day ? 'later' : 'earlier'}, to ${date}`;
}

/** Everything that was said of a release, newest first. */
export function statementsOf({ versions }: Pick<PlanTrack, 'versions'>): readonly Statement[] {
  return versions
    .map((version, index) => ({
      key: `${index}`,
      on: version.on,
      text: said(version, versions[index - 1]),
      source: version.source,
    }))
    .toReversed();
}
