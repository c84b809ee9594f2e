import type { Conflict } from '../../model/conflict.ts';
import { Failure } from '../../model/failure.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { instant } from '../../model/time.ts';
import { bufferDaysOf } from '../calendar/buffer-days.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { startOfDay } from '../calendar/zoned-time.ts';
import { conflictKey } from './key.ts';
import type { PlanTrain } from './plan.ts';
import type { Rule } from './rule.ts';
import { quoted, sideOfMilestone, thingOf } from './sides.ts';
import { datedReleasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'buffer-eaten';

/** The working days that a train keeps free before a departure; null for none, and where its calendar has none. */
export function bufferOf(release: Release, { train, days }: PlanTrain): Span | null {
  if (train.bufferDays === 0) return null;
  try {
    const { firstDay } = bufferDaysOf(release.day, train.bufferDays, days);
    if (firstDay === null) return null;
    const start = startOfDay(firstDay, release.zone);
    return start < release.departsAt ? { start, end: release.departsAt } : null;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** When what a milestone is for is done: decisions when they begin, work when it ends; null for what may lie in the buffer. */
function doneAt({ kind, startAt, endAt }: Milestone): number | null {
  if (kind === 'scope-cut-off' || kind === 'code-freeze') return startAt;
  return kind === 'integration' || kind === 'uat' ? (endAt ?? startAt) : null;
}

function weigh(share: number, name: string): Pick<Conflict, 'severity' | 'because'> {
  const percent = `${Math.round(share * 100)} % of the buffer`;
  if (share >= 1) return { severity: 'blocking', because: `${quoted(name)} is not over when the release departs.` };
  if (share > 1 / 3) return { severity: 'serious', because: `${percent} is planned away: little may slip.` };
  return { severity: 'minor', because: `${percent} is planned away.` };
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  const train = view.tables.train.get(release?.trainId ?? '');
  if (release === undefined || !train || !isAhead(release)) return [];
  const buffer = bufferOf(release, train);
  if (buffer === null) return [];
  const { bufferDays } = train.train;
  return view.milestonesOf(subject).flatMap((milestone): readonly Conflict[] => {
    const done = doneAt(milestone);
    if (done === null || done <= buffer.start) return [];
    const side = sideOfMilestone(view, milestone);
    const end = Math.min(done, buffer.end);
    const share = (end - buffer.start) / (buffer.end - buffer.start);
    const days = bufferDays === 1 ? 'last working day' : `last ${bufferDays} working days`;
    const thing = { kind: 'buffer' as const, id: release.id, name: `Buffer of ${view.titleOf(release.id)}` };
    return [
      {
        kind: KIND,
        key: conflictKey(KIND, [milestone.id]),
        sides: [side, { thing, span: buffer, releaseId: release.id }],
        sideCount: 2,
        atLeast: false,
        at: { start: buffer.start, end: instant(end) },
        rule: `The ${days} up to a departure of ${quoted(train.train.name)} must be kept free for what slips.`,
        resource: thingOf(view, 'release', release.id),
        relation: 'same',
        path: [],
        ...weigh(share, side.thing.name),
        bufferDays,
        share,
      },
    ];
  });
}

/**
 * A milestone that is not done when its release's buffer begins: the train's last `bufferDays` working days up to and with the
 * departure's day (`bufferDaysOf`), from their first midnight. Up to a third of it is minor, as on a fever chart (Leach, "Critical Chain Project
 * Management", on buffer thresholds).
 */
export const bufferEaten: Rule = { name: KIND, over: 'releases', find, touched: datedReleasesOf };
