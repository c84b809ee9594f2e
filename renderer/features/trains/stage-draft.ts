import { ClockTime } from '../../../shared/model/time.ts';
import type { MilestoneKind, Offset, Stage } from '../../../shared/model/train.ts';
import { lookOf } from '../../ui/milestone-kinds.ts';

/** The most days that a stage lies from the release day. */
const MOST_DAYS = 400;

/** A unit and a side of the release day; the amount beside it is never negative. */
export type OffsetSide = 'working-before' | 'working-after' | 'calendar-before' | 'calendar-after';

export const offsetSides = [
  { value: 'working-before', label: 'working days before' },
  { value: 'working-after', label: 'working days after' },
  { value: 'calendar-before', label: 'calendar days before' },
  { value: 'calendar-after', label: 'calendar days after' },
] as const satisfies ReadonlyArray<{ value: OffsetSide; label: string }>;

export interface MomentDraft {
  readonly amount: string;
  readonly side: OffsetSide;
  readonly time: string;
}

/** Where a stage is suggested for a departure at a time of the release day. */
export interface Suggested {
  readonly departure: string;
  readonly start: MomentDraft;
  readonly end: MomentDraft | null;
}

/** A stage as it is being typed. Its key is made once: milestones follow their stage by it. */
export interface StageDraft {
  readonly key: string;
  readonly name: string;
  readonly kind: MilestoneKind;
  readonly start: MomentDraft;
  /** Null for a point in time. */
  readonly end: MomentDraft | null;
  /** What it was begun from, and follows; null once somebody has typed in it. */
  readonly suggested: Suggested | null;
}

function momentOf(offset: Offset, time: string): MomentDraft {
  const unit = offset.unit === 'working-days' ? 'working' : 'calendar';
  const side = offset.amount > 0 ? 'after' : 'before';
  return { amount: String(Math.abs(offset.amount)), side: `${unit}-${side}`, time };
}

/** The offset of what was typed; not a number where no whole number was. */
export function offsetOf(moment: MomentDraft): Offset {
  const amount = /^\d{1,4}$/.test(moment.amount.trim()) ? Number(moment.amount) : Number.NaN;
  const signed = moment.side.endsWith('before') && amount !== 0 ? -amount : amount;
  return { amount: signed, unit: moment.side.startsWith('working') ? 'working-days' : 'calendar-days' };
}

/** A stage that is there, as it can be changed. */
export function stageDraftOf(stage: Stage): StageDraft {
  return {
    key: stage.key,
    name: stage.name,
    kind: stage.kind,
    start: momentOf(stage.start, stage.startTime),
    end: stage.end === null ? null : momentOf(stage.end, stage.endTime ?? '17:00'),
    suggested: null,
  };
}

const DAY_MINUTES = 24 * 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A moment of the release day so much later, on the day beside it where it passes midnight; others do not follow. */
function later(moment: MomentDraft, minutes: number): MomentDraft {
  if (moment.amount !== '0') return moment;
  const at = minutesOf(moment.time) + minutes;
  const days = Math.floor(at / DAY_MINUTES);
  const inDay = at - days * DAY_MINUTES;
  const [hour, minute] = [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, '0'));
  const time = `${hour}:${minute}`;
  if (days === 0) return { ...moment, time };
  return { amount: String(Math.abs(days)), side: days > 0 ? 'calendar-after' : 'calendar-before', time };
}

/** A stage for a departure at another time: what is suggested for the release day moves along, unless somebody typed in it. */
export function departingAt(stage: StageDraft, departure: string): StageDraft {
  const { suggested } = stage;
  if (suggested === null || !ClockTime.safeParse(departure).success) return stage;
  const minutes = minutesOf(departure) - minutesOf(suggested.departure);
  return {
    ...stage,
    start: later(suggested.start, minutes),
    end: suggested.end === null ? null : later(suggested.end, minutes),
  };
}

/** A key for a new stage that no other has: the kind, and a number where that is taken. */
export function freeKey(kind: MilestoneKind, stages: readonly Pick<StageDraft, 'key'>[]): string {
  const taken = new Set(stages.map(({ key }) => key));
  if (!taken.has(kind)) return kind;
  let number = 2;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

const spans: ReadonlySet<MilestoneKind> = new Set(['code-freeze', 'integration', 'uat', 'hypercare']);

/** A new stage of a kind, one working day before the release day. */
export function newStage(kind: MilestoneKind, stages: readonly StageDraft[]): StageDraft {
  const after = kind === 'hypercare';
  return {
    key: freeKey(kind, stages),
    name: lookOf(kind).label,
    kind,
    start: { amount: after || kind === 'deployment' ? '0' : '1', side: 'working-before', time: '09:00' },
    end: spans.has(kind)
      ? { amount: after ? '2' : '0', side: after ? 'working-after' : 'working-before', time: '17:00' }
      : null,
    suggested: null,
  };
}

/** A stage of what was typed, not yet checked. */
export function stageOf(draft: StageDraft) {
  return {
    key: draft.key,
    name: draft.name,
    kind: draft.kind,
    start: offsetOf(draft.start),
    startTime: draft.start.time,
    end: draft.end === null ? null : offsetOf(draft.end),
    endTime: draft.end === null ? null : draft.end.time,
  };
}

function momentProblems({ amount, time }: MomentDraft, what: 'start' | 'end'): readonly string[] {
  const days = /^\d{1,4}$/.test(amount.trim()) ? Number(amount) : Number.NaN;
  return [
    ...(days <= MOST_DAYS ? [] : [`Its ${what} needs a whole number of days from 0 to ${MOST_DAYS}.`]),
    ...(ClockTime.safeParse(time).success ? [] : [`Choose the time of its ${what}.`]),
  ];
}

/** Everything that is wrong with one stage as typed, in words; null where nothing is. */
export function stageProblem({ name, start, end }: StageDraft): string | null {
  const length = name.trim().length;
  const problems = [
    ...(length === 0 ? ['Give the stage a name.'] : []),
    ...(length > 80 ? ['Its name has at most 80 characters.'] : []),
    ...momentProblems(start, 'start'),
    ...(end === null ? [] : momentProblems(end, 'end')),
  ];
  return problems.length === 0 ? null : problems.join(' ');
}
