import type { CalendarMilestone, CalendarRelease } from '../../../../shared/contract/calendar.ts';
import type { DeployedTo } from '../../../../shared/contract/schedule-rules.ts';
import { toInstant, toLocal } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { EnvironmentId, ReleaseId, ServiceId } from '../../../../shared/model/ids.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { type Instant, instant, LocalTime, type Zone } from '../../../../shared/model/time.ts';
import type { Target } from '../../../../shared/model/verdict.ts';

export type LengthUnit = 'minutes' | 'hours' | 'days';

/** What is asked, as it is being typed, on the clock of the reader. */
export interface QuestionDraft {
  readonly by: DeployedTo['by'];
  readonly release: ReleaseId | null;
  readonly services: readonly ServiceId[];
  readonly environment: EnvironmentId | null;
  readonly targets: readonly Target[];
  readonly start: string;
  readonly length: string;
  readonly unit: LengthUnit;
}

/** A place that nothing is known of. */
export const ANYWHERE: Target = {
  environmentId: null,
  region: null,
  serviceId: null,
  tier: null,
  teamId: null,
  tenant: null,
};

const HOUR = 3_600_000;
const MINUTE = 60_000;
const UNITS: Readonly<Record<LengthUnit, number>> = { minutes: 1, hours: 60, days: 1_440 };
/** The longest deployment that can be asked about, in minutes: two weeks. */
const LONGEST = 20_160;

/** A question to begin from: an hour from the next full one, for a release. */
export function newQuestion(now: Instant, zone: Zone, release: ReleaseId | null): QuestionDraft {
  return {
    by: 'release',
    release,
    services: [],
    environment: null,
    targets: [ANYWHERE],
    start: toLocal(instant(Math.ceil(now / HOUR) * HOUR), zone),
    length: '1',
    unit: 'hours',
  };
}

/** When a release is deployed, and which milestone says so; null where its departure does. */
export interface Deploying {
  readonly milestone: CalendarMilestone | null;
  readonly startAt: Instant;
  readonly minutes: number;
  /** How many milestones say when it is deployed. */
  readonly count: number;
}

/** When a release is deployed: its first deployment milestone, else its departure, for an hour where nobody said how long. */
export function deployingOf({ milestones, departsAt }: CalendarRelease): Deploying {
  const planned = milestones.filter(({ kind }) => kind === 'deployment').toSorted((a, b) => a.startAt - b.startAt);
  const [milestone = null] = planned;
  const startAt = milestone?.startAt ?? departsAt;
  const endAt = milestone?.endAt ?? null;
  const minutes = endAt === null || endAt <= startAt ? 60 : Math.round((endAt - startAt) / MINUTE);
  return { milestone, startAt, minutes: Math.min(LONGEST, minutes), count: planned.length };
}

/** A length in minutes in the largest unit that says it exactly. */
export function lengthOf(minutes: number): Pick<QuestionDraft, 'length' | 'unit'> {
  const unit = (['days', 'hours', 'minutes'] as const).find((one) => minutes % UNITS[one] === 0) ?? 'minutes';
  return { length: String(minutes / UNITS[unit]), unit };
}

export interface Question {
  readonly to: DeployedTo;
  readonly span: Span;
  readonly minutes: number;
}

export interface ReadQuestion {
  /** Null while something is missing. */
  readonly question: Question | null;
  readonly problems: Readonly<Partial<Record<'what' | 'start' | 'length', string>>>;
}

function whatOf(draft: QuestionDraft): DeployedTo | null {
  const { by, release, services, environment, targets } = draft;
  if (by === 'release') return release === null ? null : { by, id: release };
  if (by === 'services') {
    return services.length === 0 ? null : { by, ids: [...services], environmentId: environment };
  }
  return targets.length === 0 ? null : { by, targets: [...targets] };
}

const missing = {
  release: 'Choose a release.',
  services: 'Choose a service at least.',
  targets: 'Name a place at least.',
} as const satisfies Record<DeployedTo['by'], string>;

/** Reads what was typed: a question, or what is missing. */
export function readQuestion(draft: QuestionDraft, zone: Zone): ReadQuestion {
  const to = whatOf(draft);
  const start = LocalTime.safeParse(draft.start.slice(0, 16));
  const minutes = draft.length.trim() === '' ? Number.NaN : Number(draft.length) * UNITS[draft.unit];
  const isLength = Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST;
  const problems = {
    ...(to === null ? { what: missing[draft.by] } : {}),
    ...(start.success ? {} : { start: 'Choose a day and a time.' }),
    ...(isLength ? {} : { length: 'From a minute to 14 days.' }),
  };
  if (to === null || !start.success || !isLength) return { question: null, problems };
  const startAt = toInstant(start.data, zone);
  return { question: { to, span: { start: startAt, end: instant(startAt + minutes * MINUTE) }, minutes }, problems };
}
