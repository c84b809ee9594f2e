import { ImportedPlan, type ImportedRelease } from '../../../model/imported-plan.ts';
import { isPlanYear } from '../../../model/plan-years.ts';
import { Day, Zone } from '../../../model/time.ts';
import type { MilestoneKind } from '../../../model/train.ts';

/** The public trains whose schedule files are read. */
export type ScheduleKind = 'openstack' | 'kubernetes' | 'node' | 'python' | 'firefox';

/** Something that the file has and that is not taken, with the reason. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** A schedule file, read: the releases that it names, and what of it could not be taken. */
export interface ReadSchedule {
  readonly kind: ScheduleKind;
  readonly plan: ImportedPlan;
  readonly leftOut: readonly LeftOut[];
}

/** What a reader collects. */
export interface Collected {
  readonly releases: readonly ImportedRelease[];
  readonly leftOut: readonly LeftOut[];
}

const TRAINS: Readonly<Record<ScheduleKind, { readonly name: string; readonly attribution: string }>> = {
  openstack: { name: 'OpenStack', attribution: 'OpenStack release schedule (schedule.yaml of openstack/releases)' },
  kubernetes: { name: 'Kubernetes', attribution: 'Kubernetes release schedule (kubernetes/sig-release and website)' },
  node: { name: 'Node.js', attribution: 'Node.js release schedule (schedule.json of nodejs/Release)' },
  python: { name: 'Python', attribution: 'Python release schedule (python/peps)' },
  firefox: { name: 'Firefox', attribution: 'Firefox release schedule (Mozilla product details)' },
};

/** The name of a public train. */
export function trainName(kind: ScheduleKind): string {
  return TRAINS[kind].name;
}

/** Makes a plan of what a reader collected; null where it found nothing that could be planned. */
export function scheduleOf(kind: ScheduleKind, { releases, leftOut }: Collected): ReadSchedule | null {
  if (releases.length === 0) return null;
  const { attribution } = TRAINS[kind];
  const plan = ImportedPlan.parse({ source: kind, attribution, zone: Zone.parse('UTC'), releases });
  return { kind, plan, leftOut };
}

/** A release of a public train; what files do not say is null. */
export function releaseOf(
  kind: ScheduleKind,
  release: Pick<ImportedRelease, 'uid' | 'name' | 'day' | 'milestones'> & Partial<ImportedRelease>,
): ImportedRelease {
  return { line: null, train: trainName(kind), time: null, state: null, notes: null, ...release };
}

/** A field of an object that came from outside; undefined where it is none or has none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name] // an object that was just seen to have it
    : undefined;
}

/** A text from outside without space around it, cut to what fits; empty where it is none. */
export function textOf(value: unknown, most = 80): string {
  return typeof value === 'string' ? [...value.replaceAll(/\s+/g, ' ').trim()].slice(0, most).join('') : '';
}

/** A day written YYYY-MM-DD, of a year that a plan holds; null for anything else. */
export function dayOrNull(value: unknown): Day | null {
  const day = Day.safeParse(typeof value === 'string' ? value.trim() : value);
  return day.success && isPlanYear(day.data) ? day.data : null;
}

const KINDS: readonly (readonly [RegExp, MilestoneKind])[] = [
  [/code.?freeze|feature.?freeze|^ff$|soft.?freeze|\bbeta 1$/i, 'code-freeze'],
  [/enhancements? freeze|spec.?freeze|membership.?freeze|cherry.?pick|cut.?off|deadline/i, 'scope-cut-off'],
  [/test.?freeze|integration|merge/i, 'integration'],
  [/go.?no.?go/i, 'go-no-go'],
  [/\buat\b|acceptance/i, 'uat'],
  [/\bcab\b/i, 'cab'],
  [/hypercare/i, 'hypercare'],
  [/\bdeploy|go.?live/i, 'deployment'],
];

/** What a milestone is for, by what it is called. */
export function kindOf(name: string): MilestoneKind {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'custom';
}
