import type { IntegrationProposal } from '../../../../shared/contract/integration.ts';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { dayWords } from '../../../../shared/domain/calendar/time-words.ts';
import { dayOf, local, startOfDay, toInstant } from '../../../../shared/domain/calendar/zoned-time.ts';
import { windowName } from '../../../../shared/domain/integration/window-name.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { ClockTime, type Instant, type Zone } from '../../../../shared/model/time.ts';
import type { AxisTick } from '../../../ui/chart/axes.tsx';
import { dayScale, dayTicks } from '../../../ui/chart/scales.ts';
import { type StripScale, xOf } from '../strip-model.ts';
import { crewName } from './words.ts';

/** One row of the picture: a window, a release under it, or a team. */
export interface PictureRow {
  readonly key: string;
  readonly kind: 'window' | 'release' | 'crew';
  readonly name: string;
  /** A team's zone. */
  readonly beside: string;
  /** The windows that it has part in. */
  readonly bars: readonly Span[];
  /** When a team is at work. */
  readonly hours: readonly Span[];
  /** When a release is ready. */
  readonly ready: Instant | null;
  /** When a release departs. */
  readonly departs: Instant | null;
}

const NOTHING = { beside: '', bars: [], hours: [], ready: null, departs: null } as const;

/** Windows with their releases, in order, then the teams with their hours. */
export function pictureRows({ windows, releases, crews }: IntegrationProposal): readonly PictureRow[] {
  const barsOf = (has: (window: IntegrationProposal['windows'][number]) => boolean) =>
    windows.filter(has).flatMap(({ span }) => span ?? []);
  const steps = windows.flatMap((window): readonly PictureRow[] => {
    const own = window.together ? [] : releases.filter(({ step }) => step === window.step);
    const name = windowName(window, windows.length);
    return [
      { ...NOTHING, key: `window ${window.step}`, kind: 'window', name, bars: barsOf((one) => one === window) },
      ...own.map(
        ({ releaseId, title, ready, departsAt }): PictureRow => ({
          ...NOTHING,
          key: releaseId,
          kind: 'release',
          name: title,
          bars: barsOf((one) => one.releases.includes(releaseId)),
          ready: ready.at,
          departs: departsAt,
        }),
      ),
    ];
  });
  const teams = crews.map(
    (crew): PictureRow => ({
      ...NOTHING,
      key: crew.id,
      kind: 'crew',
      name: crewName(crew),
      beside: crew.zone,
      bars: barsOf((one) => one.crews.includes(crew.id)),
      hours: crew.hours,
    }),
  );
  return [...steps, ...teams];
}

/** Whole days of a zone around a span. */
function daysAround({ start, end }: Span, zone: Zone): Span {
  return { start: startOfDay(dayOf(start, zone), zone), end: startOfDay(addDays(dayOf(end, zone), 1), zone) };
}

/**
 * The time that is drawn: one window's day with those beside it, or all from the first readiness to the last window, in whole
 * days of the reader; where no window was found, all days asked about.
 */
export function pictureRange(proposal: IntegrationProposal, step: number | null, zone: Zone): Span {
  const { windows, releases, range } = proposal;
  const one = windows.find((window) => window.step === step)?.span ?? null;
  if (one !== null) return daysAround(one, zone);
  const found = windows.flatMap(({ span }) => span ?? []);
  const last = found.at(-1);
  if (last === undefined) return range;
  const [first = last] = found;
  const ready = releases.map((release) => release.ready.at).filter((at) => at >= range.start && at < first.start);
  const start = ready.reduce((earliest, at) => (at < earliest ? at : earliest), first.start);
  return daysAround({ start, end: last.end }, zone);
}

const HOURS_APART = [1, 2, 3, 6, 12];
/** From so many days on, days are marked and not hours. */
const HOURLY_DAYS = 4;

/** Marks of the time that is drawn, on the clock of the reader: hours where it is short, midnights as their days, else days, weeks or months. */
export function pictureTicks(scale: StripScale, zone: Zone): readonly AxisTick[] {
  const { range, width } = scale;
  const [first, last] = [dayOf(range.start, zone), dayOf(range.end, zone)];
  const days = [...eachDay(first, last)].slice(0, HOURLY_DAYS + 1);
  if (days.length > HOURLY_DAYS) {
    // The axis ends with the day before the one that ends the range.
    return dayTicks(dayScale(first, last, width));
  }
  const apart = HOURS_APART.find((hours) => (width / (days.length - 1) / 24) * hours >= 44) ?? 24;
  return days.slice(0, -1).flatMap((day) =>
    Array.from({ length: 24 / apart }, (_, index) => {
      const clock = `${String(index * apart).padStart(2, '0')}:00`;
      const at = xOf(toInstant(local(day, ClockTime.parse(clock)), zone), scale);
      return { at, label: index === 0 ? dayWords(day, 'short') : clock };
    }),
  );
}
