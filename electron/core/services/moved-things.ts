import { localsWords, localWords } from '../../../shared/domain/calendar/time-words.ts';
import { local } from '../../../shared/domain/calendar/zoned-time.ts';
import type { MovedThings } from '../../../shared/domain/conflicts/move-sentence.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { MoveStep } from '../../../shared/model/conflict.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import type { ReadDb } from '../db/database.ts';
import { readDecision } from '../db/decisions.ts';
import { listHistory } from '../db/repositories/journal-list.ts';
import { decisionOf } from './decision-of.ts';

/** What to do where a way out does not fit the plan any more. */
export const LOOK_AGAIN = 'Find the ways out again.';

/** What moves are told with, as the plan stands. */
export function thingsIn(db: ReadDb): MovedThings {
  return {
    titleOf: (id) => {
      const release = readDecision(db, 'release', id);
      if (release === undefined) return id;
      return releaseTitle(readDecision(db, 'train', release.trainId)?.name, release.name);
    },
    release: (id) => readDecision(db, 'release', id),
    milestone: (id) => readDecision(db, 'milestone', id),
    booking: (id) => readDecision(db, 'booking', id),
    environment: (id) => readDecision(db, 'environment', id),
    assignment: (id) => readDecision(db, 'assignment', id),
    person: (id) => readDecision(db, 'person', id),
  };
}

/** Something that a step changes: whether it stands as the step says, and how it stands, for people. */
interface Standing {
  readonly kind: DecisionKind;
  readonly id: string;
  readonly asFound: boolean;
  readonly words: string;
}

function timesOf({
  startLocal,
  endLocal,
}: Pick<ReturnType<typeof decisionOf<'milestone'>>, 'startLocal' | 'endLocal'>) {
  return endLocal === null ? localWords(startLocal) : localsWords(startLocal, endLocal);
}

function standingOf(db: ReadDb, step: MoveStep): Standing {
  const { titleOf } = thingsIn(db);
  switch (step.kind) {
    case 'release': {
      const { id, day, departureTime, departsAt } = decisionOf(db, 'release', step.releaseId);
      const words = `“${titleOf(id)}” is at ${localWords(local(day, departureTime))} now`;
      return { kind: 'release', id, asFound: departsAt === step.base.departsAt, words };
    }
    case 'milestone': {
      const milestone = decisionOf(db, 'milestone', step.milestoneId);
      const { id, name, releaseId, startAt, endAt } = milestone;
      const asFound = startAt === step.base.startAt && endAt === step.base.endAt;
      return {
        kind: 'milestone',
        id,
        asFound,
        words: `“${name} of ${titleOf(releaseId)}” is at ${timesOf(milestone)} now`,
      };
    }
    case 'booking': {
      const booking = decisionOf(db, 'booking', step.bookingId);
      const { id, title, startAt, endAt, environmentId } = booking;
      const { base } = step;
      const asFound = startAt === base.startAt && endAt === base.endAt && environmentId === base.environmentId;
      const place = decisionOf(db, 'environment', environmentId).name;
      return { kind: 'booking', id, asFound, words: `booking “${title}” is in “${place}” now, ${timesOf(booking)}` };
    }
    case 'hand-over':
    case 'unassign': {
      const { id, role, releaseId, personId } = decisionOf(db, 'assignment', step.assignmentId);
      const { name } = decisionOf(db, 'person', personId);
      const words = `“${role}” of “${titleOf(releaseId)}” is “${name}” now`;
      return { kind: 'assignment', id, asFound: personId === step.base.personId, words };
    }
  }
}

/** Refuses steps of which one changes what somebody changed since they were worked out, and says who that was. */
export function assertAsFound(db: ReadDb, steps: readonly MoveStep[]): void {
  for (const step of steps) {
    const { kind, id, asFound, words } = standingOf(db, step);
    if (asFound) continue;
    const who = listHistory(db, kind, id)[0]?.actor ?? 'somebody';
    throw new Failure('CONFLICT', `The plan was changed meanwhile, by ${who}: ${words}.`, {
      where: id,
      remedy: LOOK_AGAIN,
    });
  }
}
