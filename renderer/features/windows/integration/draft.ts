import * as z from 'zod';
import type { IntegrationInput } from '../../../../shared/contract/integration.ts';
import { addDays, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import type { EnvironmentId, ReleaseId } from '../../../../shared/model/ids.ts';
import { ClockTime, Day, Instant } from '../../../../shared/model/time.ts';
import { MilestoneKind } from '../../../../shared/model/train.ts';

const Typed = z.string().max(40);

/** The question as it is being typed; the address keeps it. */
export const IntegrationDraft = z.object({
  releases: z.array(z.string().max(200)).max(200),
  minutes: Typed,
  hoursFrom: Typed,
  hoursTo: Typed,
  readyBy: MilestoneKind,
  /** In hours. */
  gap: Typed,
  environment: z.string().max(200),
  from: Typed,
  until: Typed,
  chosen: z.array(z.object({ step: z.number().int().min(1), at: Instant })).max(100),
});
export type IntegrationDraft = z.infer<typeof IntegrationDraft>;

/** The days that are looked through unless somebody says otherwise, and at most. */
const USUAL_DAYS = 60;
const MOST_DAYS = 200;
const MOST_RELEASES = 60;
const HOUR_MINUTES = 60;

/** An hour in the usual hours of work, from a day on. */
export function usualDraft(today: Day): IntegrationDraft {
  return {
    releases: [],
    minutes: '60',
    hoursFrom: '09:00',
    hoursTo: '17:00',
    readyBy: 'code-freeze',
    gap: '0',
    environment: '',
    from: today,
    until: addDays(today, USUAL_DAYS),
    chosen: [],
  };
}

export interface ReadDraft {
  /** Null while something is missing or wrong. */
  readonly question: IntegrationInput | null;
  readonly problems: Readonly<Partial<Record<keyof IntegrationDraft, string>>>;
}

function wholeNumber(text: string, most: number): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= most ? value : null;
}

function daysProblem(from: Day, until: Day): string | null {
  const days = daysBetween(from, until) + 1;
  if (days < 1) return 'It is before the first day.';
  return days > MOST_DAYS ? `At most ${MOST_DAYS} days at once.` : null;
}

/** Reads what was typed: the question, or what is wrong with which field. */
export function readDraft(draft: IntegrationDraft): ReadDraft {
  const [from, until] = [Day.safeParse(draft.from), Day.safeParse(draft.until)];
  const [hoursFrom, hoursTo] = [ClockTime.safeParse(draft.hoursFrom), ClockTime.safeParse(draft.hoursTo)];
  const minutes = wholeNumber(draft.minutes, 1_440);
  const gap = wholeNumber(draft.gap, 336);
  const untilProblem = from.success && until.success ? daysProblem(from.data, until.data) : null;
  const tooMany = draft.releases.length > MOST_RELEASES;
  const problems: ReadDraft['problems'] = {
    ...(tooMany ? { releases: `At most ${MOST_RELEASES} at once.` } : {}),
    ...(minutes === null || minutes === 0 ? { minutes: 'From 1 to 1,440 minutes.' } : {}),
    ...(gap === null ? { gap: 'From 0 to 336 hours.' } : {}),
    ...(hoursFrom.success ? {} : { hoursFrom: 'Choose a time.' }),
    ...(hoursTo.success ? {} : { hoursTo: 'Choose a time.' }),
    ...(from.success ? {} : { from: 'Choose a day.' }),
    ...(until.success ? {} : { until: 'Choose a day.' }),
    ...(untilProblem === null ? {} : { until: untilProblem }),
  };
  const isRead = from.success && until.success && hoursFrom.success && hoursTo.success;
  if (!isRead || minutes === null || gap === null || draft.releases.length === 0) return { question: null, problems };
  if (Object.keys(problems).length > 0) return { question: null, problems };
  const question: IntegrationInput = {
    // The core says so where one is none.
    releaseIds: draft.releases as ReleaseId[],
    from: from.data,
    until: until.data,
    minutes,
    hours: { from: hoursFrom.data, to: hoursTo.data },
    readyBy: draft.readyBy,
    gapMinutes: gap * HOUR_MINUTES,
    environmentId: draft.environment === '' ? null : (draft.environment as EnvironmentId),
    chosen: draft.chosen,
  };
  return { question, problems };
}
