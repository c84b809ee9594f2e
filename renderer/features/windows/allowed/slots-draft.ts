import type { BusyTime } from '../../../../shared/contract/schedule-rules.ts';
import { addDays, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import { toInstant } from '../../../../shared/domain/calendar/zoned-time.ts';
import { ClockTime, Day, LocalTime, type Zone } from '../../../../shared/model/time.ts';
import type { Slot, SlotPart } from '../../../../shared/model/verdict.ts';
import type { Tone } from '../../../ui/tokens.ts';

/** A busy time as it is being typed, on the clock of the reader. */
export interface BusyDraft {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  /** How much it weighs: `0` to `1`. */
  readonly weight: string;
}

/** Which slots are looked for, as it is being typed. */
export interface SlotsDraft {
  readonly from: string;
  readonly until: string;
  readonly stepMinutes: string;
  readonly hoursFrom: string;
  readonly hoursTo: string;
  readonly busy: readonly BusyDraft[];
}

/** The days that slots are looked for in at most: more would be refused for being too many. */
const MOST_DAYS = 120;

/** Two weeks from a day on, each full hour, while something that was typed is not right. */
export function usualSlots(from: Day): SlotsQuestion {
  const { until, stepMinutes, hoursFrom, hoursTo } = newSlotsDraft(from);
  const teamHours = { from: ClockTime.parse(hoursFrom), to: ClockTime.parse(hoursTo) };
  return { from, until: Day.parse(until), stepMinutes: Number(stepMinutes), teamHours, busy: [] };
}

/** Two weeks from a day on, each full hour. */
export function newSlotsDraft(from: Day): SlotsDraft {
  return {
    from,
    until: addDays(from, 13),
    stepMinutes: '60',
    hoursFrom: '09:00',
    hoursTo: '17:00',
    busy: [],
  };
}

export interface SlotsQuestion {
  readonly from: Day;
  readonly until: Day;
  readonly stepMinutes: number;
  readonly teamHours: { readonly from: ClockTime; readonly to: ClockTime };
  readonly busy: BusyTime[];
}

export interface ReadSlots {
  readonly question: SlotsQuestion | null;
  readonly problems: Readonly<Record<string, string>>;
}

function readBusy({ name, start, end, weight }: BusyDraft, zone: Zone): BusyTime | string {
  const [from, to] = [LocalTime.safeParse(start.slice(0, 16)), LocalTime.safeParse(end.slice(0, 16))];
  if (name.trim() === '' || name.trim().length > 120) return 'Give the busy time a name.';
  if (!from.success || !to.success) return 'Choose when it starts and when it ends.';
  const span = { start: toInstant(from.data, zone), end: toInstant(to.data, zone) };
  if (span.start >= span.end) return 'It ends before it starts.';
  return { name: name.trim(), span, weight: Number(weight) };
}

/** Reads what was typed: which slots are looked for, or what is missing. */
export function readSlots(draft: SlotsDraft, zone: Zone): ReadSlots {
  const problems: Record<string, string> = {};
  const [from, until] = [Day.safeParse(draft.from), Day.safeParse(draft.until)];
  const [hoursFrom, hoursTo] = [ClockTime.safeParse(draft.hoursFrom), ClockTime.safeParse(draft.hoursTo)];
  if (!from.success) problems.from = 'Choose a day.';
  if (!until.success) problems.until = 'Choose a day.';
  if (!hoursFrom.success) problems.hoursFrom = 'Choose a time.';
  if (!hoursTo.success) problems.hoursTo = 'Choose a time.';
  const busy: BusyTime[] = [];
  draft.busy.forEach((one, at) => {
    const read = readBusy(one, zone);
    if (typeof read === 'string') problems[`busy.${at}`] = read;
    else busy.push(read);
  });
  if (!from.success || !until.success || !hoursFrom.success || !hoursTo.success) return { question: null, problems };
  const days = daysBetween(from.data, until.data);
  if (days < 0) problems.until = 'It is before the first day.';
  if (days > MOST_DAYS) problems.until = `At most ${MOST_DAYS} days at once.`;
  if (Object.keys(problems).length > 0) return { question: null, problems };
  const teamHours = { from: hoursFrom.data, to: hoursTo.data };
  return {
    question: { from: from.data, until: until.data, stepMinutes: Number(draft.stepMinutes), teamHours, busy },
    problems,
  };
}

/** How the parts of a score are called, and the tone that each is drawn in, in the order in which they are stacked. */
export const partLooks = {
  criticality: { label: 'Room to back out', tone: 'info' },
  business: { label: 'Business', tone: 'accent' },
  'team-hours': { label: 'Team hours', tone: 'success' },
  neighbours: { label: 'Distance to others', tone: 'warning' },
} as const satisfies Record<SlotPart['by'], { readonly label: string; readonly tone: Tone }>;

/** A score in words: `82.5 of 100: Room to back out 30 of 30, …`. */
export function scoreWords({ score, parts }: Slot): string {
  const each = parts.map(({ by, points, outOf }) => `${partLooks[by].label} ${points} of ${outOf}`);
  return `${score} of 100: ${each.join(', ')}`;
}
