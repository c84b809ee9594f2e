import { addDays, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import type { Person } from '../../../shared/model/catalogue.ts';
import type { ClassLeadTimes, CutOff } from '../../../shared/model/forecast.ts';
import type { Day, Zone } from '../../../shared/model/time.ts';
import { formatCount, formatDay, formatNumber } from '../../lib/format.ts';

export const actionWords: Readonly<Record<CutOff['action'], string>> = { board: 'board', start: 'be started' };

/** The cut-offs of one kind of work for one action, P50 first. */
export interface CutOffRow {
  readonly key: string;
  readonly itemClass: string;
  readonly action: CutOff['action'];
  readonly name: string;
  readonly cutOffs: readonly CutOff[];
}

/** A cut-off as the address names it. */
export function cutOffKey({ itemClass, action, confidence }: CutOff): string {
  return `${confidence} ${action} ${itemClass}`;
}

/** One row for each kind of work and action, in the order of the answer. */
export function cutOffRows(cutOffs: readonly CutOff[]): readonly CutOffRow[] {
  const rows = Map.groupBy(cutOffs, ({ itemClass, action }) => `${action} ${itemClass}`);
  return [...rows].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const { itemClass, action } = first;
    return [
      { key, itemClass, action, name: `${itemClass}: ${action === 'board' ? 'board' : 'start'}`, cutOffs: members },
    ];
  });
}

/** The cut-off that was named, or else the first at P85, or else the first. */
export function chosenCutOff(cutOffs: readonly CutOff[], key: string | undefined): CutOff | null {
  return (
    cutOffs.find((one) => cutOffKey(one) === key) ??
    cutOffs.find(({ confidence }) => confidence === 85) ??
    cutOffs[0] ??
    null
  );
}

/** A cut-off in words: `Story must board by the end of Mon 7 Dec 2026 (P85), which has passed`. */
export function cutOffText({ itemClass, action, confidence, day, passed }: CutOff): string {
  const must = passed ? 'had to' : 'must';
  return `${itemClass} ${must} ${actionWords[action]} by the end of ${formatDay(day)} (P${confidence})${passed ? ', which has passed' : ''}`;
}

/** The days that a strip of cut-offs covers: a little before the first of them, or today, to a little after the release. */
export function stripDays(
  cutOffs: readonly CutOff[],
  { today, releaseDay }: { readonly today: Day; readonly releaseDay: Day },
): Readonly<Record<'from' | 'to', Day>> {
  const days = [...cutOffs.map(({ day }) => day), today, releaseDay].sort();
  const [first = today, last = releaseDay] = [days[0], days.at(-1)];
  const margin = Math.max(1, Math.round((toDayNumber(last) - toDayNumber(first)) * 0.04));
  return { from: addDays(first, -margin), to: addDays(last, margin) };
}

/** How far above or below its row a cut-off is drawn, in steps: those of one day stand under each other. */
export function stepAside(row: CutOffRow, cutOff: CutOff): number {
  const together = row.cutOffs.filter(({ day }) => day === cutOff.day);
  return together.indexOf(cutOff) - (together.length - 1) / 2;
}

/** As many clocks as are shown at once. */
const MOST_ZONES = 50;

/** The zones on whose clocks cut-offs are read where nobody chose others: some, and those of the people who must keep them. */
export function readersZones(first: readonly Zone[], people: readonly Pick<Person, 'zone'>[]): readonly Zone[] {
  return [...new Set([...first, ...people.map(({ zone }) => zone)])].slice(0, MOST_ZONES);
}

/** What the times of a kind of work rest on, in words. */
export function samplesText({ name, finished, open, undone, neverStarted, reopened }: ClassLeadTimes): string {
  const parts = [
    ...(open > 0 ? [`${formatNumber(open)} not done left out`] : []),
    ...(undone > 0 ? [`${formatNumber(undone)} that ended undone left out`] : []),
    ...(neverStarted > 0 ? [`${formatNumber(neverStarted)} never started`] : []),
    ...(reopened > 0 ? [`${formatNumber(reopened)} opened again`] : []),
  ];
  return `${formatCount(finished, 'finished item')} of ${name}${parts.length === 0 ? '' : `; ${parts.join(', ')}`}.`;
}
