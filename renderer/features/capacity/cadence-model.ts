import type { CadenceKind, CadenceRow, CadenceTable, CiUse } from '../../../shared/model/forecast.ts';
import { formatCount, formatNumber } from '../../lib/format.ts';
import type { StatusLook } from '../../ui/status-looks.ts';
import { percentText } from './forecast-model.ts';

export const cadenceNames: Readonly<Record<CadenceKind, string>> = {
  weekly: 'Weekly',
  'bi-weekly': 'Every two weeks',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
};

export const verdictLooks: Readonly<Record<CadenceRow['verdict'], StatusLook>> = {
  fits: { label: 'Fits', tone: 'success', icon: 'check' },
  tight: { label: 'Tight', tone: 'warning', icon: 'alert' },
  'too-small': { label: 'Too small', tone: 'danger', icon: 'cross' },
  'no-time': { label: 'No time left', tone: 'danger', icon: 'stop' },
  'no-ci': { label: 'No CI left', tone: 'danger', icon: 'stop' },
};

/** What overhead takes of a team's hours, in words. */
export function overheadText({ overheadHours, overheadShare }: CadenceRow): string {
  const hours = `${formatNumber(Math.round(overheadHours))} h a year`;
  return overheadShare === null ? hours : `${hours}, ${percentText(overheadShare)} of the team’s`;
}

/** What the tests of trains take of CI, and how often CI is what holds a train back, in words. */
export function ciText({ ci }: Pick<CadenceRow, 'ci'>): string {
  if (ci === null) return 'no limit';
  const hours = `${formatNumber(Math.round(ci.hours))} h a year`;
  const tests = ci.share === null ? hours : `${hours}, ${percentText(ci.share)} of CI’s`;
  return ci.limited === 0 ? tests : `${tests}; holds back ${percentText(ci.limited)} of trains`;
}

/** What synced CI took, in a sentence; an empty text where nothing is known. */
export function ciUseText({ runs, hours, finished, withoutJobs, leftOut }: CiUse): string {
  if (runs === 0) return '';
  const each = finished === 0 ? '' : `, ${formatNumber(perItem(hours, finished))} h for each finished item`;
  const guessed =
    withoutJobs === 0 ? '' : ` ${formatCount(withoutJobs, 'run')} without jobs counted from start to end.`;
  const unknown = leftOut === 0 ? '' : ` ${formatCount(leftOut, 'run')} left out: how long they took is not known.`;
  return `${formatCount(runs, 'synced run')} took ${formatNumber(Math.round(hours))} h${each}.${guessed}${unknown}`;
}

/** Hours of CI for each finished item, to a tenth. */
export function perItem(hours: number, finished: number): number {
  return Math.round((hours / finished) * 10) / 10;
}

const MOST_NAMED = 4;

/** How likely each release fits, the next first. */
export function fitsText({ fits }: CadenceRow): string {
  if (fits.length === 0) return 'no train chosen';
  const named = fits.slice(0, MOST_NAMED).map(({ name, items, probability }) => {
    return `${name} (${formatCount(items, 'item')}) ${percentText(probability)}`;
  });
  const more = fits.length - named.length;
  return more > 0 ? `${named.join('; ')}; ${more} more` : named.join('; ');
}

/** The row of a cadence as the table tells it. */
export function cadenceCells(row: CadenceRow): readonly string[] {
  const items = (confidence: number) => row.items.find((one) => one.confidence === confidence)?.items ?? 0;
  return [
    cadenceNames[row.cadence],
    formatNumber(row.trainsPerYear),
    [50, 85, 95].map((confidence) => formatNumber(items(confidence))).join(' / '),
    overheadText(row),
    ciText(row),
    `${row.expectedWaitDays.toFixed(1)} days`,
    fitsText(row),
  ];
}

/** How many items a scale of all four pictures reaches to. */
export function mostItems({ rows }: CadenceTable): number {
  return Math.max(1, ...rows.flatMap(({ items, fits }) => [...items, ...fits].map((one) => one.items)));
}

/** One cadence in a sentence, for who does not see the picture. */
export function cadencePicture(row: CadenceRow): string {
  const reach = row.items.map(({ confidence, items }) => `P${confidence} ${formatCount(items, 'item')}`).join(', ');
  return `${cadenceNames[row.cadence]}: one train takes ${reach}. ${row.text}`;
}
