import type { AdherenceBaseline, PlannedDay, PlanTrack, ReleaseAdherence } from '../../model/adherence.ts';
import type { Day } from '../../model/time.ts';
import { daysBetween } from '../calendar/days.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { type WorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { baselineVersion, plannedDay } from './baseline-version.ts';
import { departureOf, standingOf } from './departure.ts';

/** What a release is measured with. */
export interface Measure {
  readonly baseline: AdherenceBaseline;
  /** Releases planned for a day before it that have not departed are overdue. */
  readonly today: Day;
  /** The train's working days, around all days asked about. */
  readonly days: WorkingDays;
}

/** The day that a release was last planned for, whatever became of it; else the only day that is known of it. */
function lastPlanned({ versions }: PlanTrack): PlannedDay {
  const version = versions.findLast(isAhead) ?? versions.at(-1);
  // A track has at least one version.
  if (version === undefined) throw new Error('a release without a version');
  return plannedDay(version);
}

/**
 * What became of a release against a baseline. Slips are days from the baseline day to the day of departure, counted
 * on the calendar and in the train's working days; negative where it left early, 0 on the day. A release from Friday
 * that left on Saturday slipped 1 day and 0 working days. Releases that cannot be measured say why.
 */
export function releaseAdherence(track: PlanTrack, { baseline, today, days }: Measure): ReleaseAdherence {
  const { key, releaseId, trainId, name } = track;
  const told = { key, releaseId, trainId, name };
  const { planned, why } = baselineVersion(track, baseline);
  const standing = standingOf(track);
  const departure = departureOf(track);
  if (departure !== null) {
    const { day, source, alsoSaid } = departure;
    const actual = { day, source, alsoSaid: [...alsoSaid] };
    if (planned === null) return { ...told, outcome: 'no-baseline', why, actual };
    const slipDays = daysBetween(planned.day, day);
    const slipWorkingDays = workingDaysBetween(planned.day, day, days);
    return { ...told, outcome: 'measured', baseline: planned, actual, slipDays, slipWorkingDays };
  }
  const last = lastPlanned(track);
  if (standing === 'cancelled' || standing === 'removed') {
    // The journal's last word closed it, so the last version of the journal says so.
    const { source } = track.versions.findLast((version) => version.state === standing) ?? last;
    return { ...told, outcome: standing, lastPlanned: last, baseline: planned, source };
  }
  const foreseenSlipDays = planned === null ? null : daysBetween(planned.day, last.day);
  const overdue = last.day < today;
  return { ...told, outcome: 'not-departed', overdue, planned: last, baseline: planned, foreseenSlipDays };
}
