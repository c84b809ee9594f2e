import type { CadenceKind, CadenceRow, CadenceTable } from '../../../shared/model/forecast.ts';
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
};

/** What overhead takes of a team's hours, in words. */
export function overheadText({ overheadHours, overheadShare }: CadenceRow): string {
  const hours = `${formatNumber(Math.round(overheadHours))} h a year`;
  return overheadShare === null ? hours : `${hours}, ${percentText(overheadShare)} of the team’s`;
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
