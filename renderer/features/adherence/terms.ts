import type { AdherenceReport, BaselineChoice } from '../../../shared/contract/adherence.ts';
import type { AdherenceBaseline, AdherenceTerms } from '../../../shared/model/adherence.ts';
import type { Baseline } from '../../../shared/model/baseline.ts';
import type { BaselineId, TrainId } from '../../../shared/model/ids.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatCount, formatInstant } from '../../lib/format.ts';
import type { AdherenceSearch } from './search.ts';

/** The plans that every train has, without anybody naming one. */
export const standingBaselines = [
  { value: 'first-published', label: 'First published' },
  { value: 'last-before-departure', label: 'Last before departure' },
  { value: 'last-published', label: 'Last published' },
] as const;
type StandingBaseline = (typeof standingBaselines)[number]['value'];

function isStanding(value: string): value is StandingBaseline {
  return standingBaselines.some((one) => one.value === value);
}

/** What the report is asked for, out of the address. */
export function reportInput(search: AdherenceSearch) {
  const by = search.baseline ?? 'first-published';
  // The core says so where there is no such baseline or train.
  const baseline: BaselineChoice = isStanding(by) ? { by } : { by: 'named', id: by as BaselineId };
  return {
    trainId: (search.train as TrainId | undefined) ?? null,
    baseline,
    withinDays: search.within ?? 0,
    unit: search.unit ?? 'calendar-days',
    quarterBy: search.quarterBy ?? 'baseline',
  } as const;
}

/** The choices of a baseline: the standing ones, then those that concern the train, newest first. */
export function baselineChoices(baselines: readonly Baseline[], trainId: string | undefined) {
  const named = baselines
    .filter((one) => one.trainId === null || trainId === undefined || one.trainId === trainId)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return [...standingBaselines, ...named];
}

const standingWords: Readonly<Record<StandingBaseline, string>> = {
  'first-published': 'the first day that was published before each departure',
  'last-before-departure': 'the last day that was published before each departure',
  'last-published': 'the last day that was ever published, also after the departure',
};

/** The baseline in words, to stand beside every figure. */
export function baselineWords(baseline: AdherenceBaseline, zone: Zone): string {
  if (baseline.by === 'named')
    return `the plan as of baseline “${baseline.name}” (${formatInstant(baseline.at, zone)})`;
  if (baseline.by === 'entry') return `the plan as of entry ${baseline.seq} (${formatInstant(baseline.at, zone)})`;
  if (baseline.by === 'instant') return `the plan as of ${formatInstant(baseline.at, zone)}`;
  return standingWords[baseline.by];
}

/** The unit of slips in words. */
export function unitWords(unit: AdherenceTerms['unit'], count: number): string {
  return formatCount(count, unit === 'calendar-days' ? 'day' : 'working day');
}

/** What is measured by, for a picture of the page. */
export function termsWords({ baseline, withinDays, unit, quarterBy }: AdherenceTerms, zone: Zone): readonly string[] {
  return [
    `Against ${baselineWords(baseline, zone)}`,
    `on time within ${unitWords(unit, withinDays)}`,
    `in the quarter ${quarterBy === 'baseline' ? 'promised' : 'departed'}`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What came out, in one sentence that names its baseline; null where nothing could be measured. */
export function headline({ adherence }: Pick<AdherenceReport, 'adherence'>, zone: Zone): string | null {
  const { overall, terms } = adherence;
  const count = overall.measured.length;
  if (count === 0 || overall.exactRate === null || overall.withinRate === null) return null;
  const exact = `${overall.exact} of ${formatCount(count, 'release')} left on the very day (${percent(overall.exactRate)})`;
  const within =
    terms.withinDays === 0
      ? ''
      : `, ${overall.within} within ${unitWords(terms.unit, terms.withinDays)} of it (${percent(overall.withinRate)})`;
  return `${exact}${within}. Measured against ${baselineWords(terms.baseline, zone)}.`;
}

/** What could not be measured, group by group with its names; empty where everything was. */
export function apartWords(
  { overall }: AdherenceReport['adherence'],
  nameOf: (key: string) => string,
): readonly string[] {
  const { noBaseline, notDeparted, overdue, cancelled, removed } = overall.apart;
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['overdue', overdue],
    ['still ahead', notDeparted],
    ['without a day in this baseline', noBaseline],
    ['cancelled', cancelled],
    ['removed', removed],
  ];
  return groups
    .filter(([, keys]) => keys.length > 0)
    .map(([words, keys]) => {
      const named = keys.slice(0, 3).map(nameOf).join(', ');
      return `${keys.length} ${words}: ${named}${keys.length > 3 ? ', …' : ''}`;
    });
}
