import type { BufferSize, Fever, FeverReading, FeverZone } from '../../../shared/model/forecast.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import type { Bar } from '../../ui/chart/bars.tsx';
import type { StatusLook } from '../../ui/status-looks.ts';

export const zoneLooks: Readonly<Record<FeverZone, StatusLook>> = {
  green: { label: 'Green: go on', tone: 'success', icon: 'check' },
  yellow: { label: 'Yellow: plan what to do', tone: 'warning', icon: 'alert' },
  red: { label: 'Red: act', tone: 'danger', icon: 'cross' },
};

/** Past releases as bars, one a release, in the order in which they come. */
export function slipBars({ slips }: BufferSize): readonly Bar[] {
  return slips.map(({ name, workingDays }, at) => ({
    key: `${at} ${name}`,
    from: at,
    to: at + 1,
    value: workingDays,
    label:
      workingDays === 0
        ? `${name} left on its day or before`
        : `${name} slipped by ${formatCount(workingDays, 'working day')}`,
  }));
}

/** What a train keeps free beside what its history asks for, in words. */
export function bufferText(keeps: number, { workingDays, slips }: BufferSize): string {
  const has =
    keeps === 0
      ? 'This train keeps no buffer'
      : `This train keeps ${formatCount(keeps, 'working day')} before a departure`;
  if (workingDays === null) return `${has}. No release has left yet, so its slip is not known.`;
  const asks = `${formatCount(workingDays, 'working day')}: four of five of its ${formatCount(slips.length, 'release')} slipped by no more`;
  if (keeps === workingDays)
    return `${has}, which is what its history asks for: ${asks.slice(asks.indexOf(': ') + 2)}.`;
  return `${has}; its history asks for ${asks}.`;
}

/** A point of the fever chart in words. */
export function readingText({ day, done, total, projected, text }: FeverReading): string {
  return `${formatDay(day, 'medium')}: ${done} of ${formatCount(total, 'item')} done, the rest by ${formatDay(projected, 'medium')} (P50). ${text}`;
}

/** The newest reading in words, with where the buffer lies. */
export function feverText({ buffer, workEnds, firstDay, releaseDay }: Fever): string {
  if (firstDay === null)
    return `This train keeps no days free: the work is to be done by the end of ${formatDay(workEnds)}.`;
  return `The work is to be done by the end of ${formatDay(workEnds)}; the buffer is the ${formatCount(buffer, 'working day')} from ${formatDay(firstDay, 'medium')} to ${formatDay(releaseDay, 'medium')}.`;
}

/** How far up the fever chart reaches: all of the buffer, or what is overrun, in shares. */
export function feverTop({ readings }: Fever): number {
  return Math.max(1.2, ...readings.map(({ consumed }) => (consumed ?? 0) + 0.1));
}
