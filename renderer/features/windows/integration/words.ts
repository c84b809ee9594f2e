import type { Crew, IntegratedRelease, IntegrationProposal } from '../../../../shared/contract/integration.ts';
import type { Bound, IntegrationWindow, Lack } from '../../../../shared/model/integration.ts';
import type { Instant, Zone } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';
import { spanIn } from '../../../lib/clock-words.ts';
import { formatCount, formatInstant } from '../../../lib/format.ts';
import { lookOf } from '../../../ui/milestone-kinds.ts';

/** What ids of a proposal are called, and on whose clock times are told. */
export interface Told {
  readonly release: (id: string) => string;
  readonly crew: (id: string) => string;
  readonly zone: Zone;
}

/** The names of a proposal. */
export function toldBy({ releases, crews }: Pick<IntegrationProposal, 'releases' | 'crews'>, zone: Zone): Told {
  const titles = new Map<string, string>(releases.map(({ releaseId, title }) => [releaseId, title]));
  const names = new Map(crews.map((crew) => [crew.id, crewName(crew)]));
  return { release: (id) => titles.get(id) ?? id, crew: (id) => names.get(id) ?? id, zone };
}

/** A team by its name; a train that stands for one says so. */
export function crewName({ kind, name }: Pick<Crew, 'kind' | 'name'>): string {
  return kind === 'team' ? name : `${name} (its train)`;
}

function both(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function at(moment: Instant, zone: Zone): string {
  return formatInstant(moment, zone);
}

/** When a release is ready and what says so: `ready Tue 8 Dec 2026, 10:30: Code freeze`. */
export function readyWords({ ready }: Pick<IntegratedRelease, 'ready'>, kind: MilestoneKind, zone: Zone): string {
  const label = lookOf(kind).label;
  if (ready.by === 'start') return `Ready from the first day on: it has neither ${label} nor scope cut-off.`;
  const when = `Ready ${at(ready.at, zone)}, at the end of ${ready.milestone ?? label}`;
  return ready.by === 'milestone' ? `${when}.` : `${when}, its scope cut-off: it has no ${label}.`;
}

/** What a release needs at once, and the ring that it is in. */
export function needsWords({ needs, ring }: IntegratedRelease, told: Told, service: (id: string) => string): string {
  const each = needs.map(({ releaseId, way }) => `${told.release(releaseId)} (${way.map(service).join(' → ')})`);
  const needed = each.length === 0 ? 'Needs none of the others.' : `Needs ${both(each)}.`;
  if (ring.length === 0) return needed;
  return `${needed} In a ring with ${both(ring.map(told.release))}: none of them can come first.`;
}

/** What a window waits for. */
export function boundWords(bound: Bound, told: Told): string {
  if (bound.by === 'now') return 'from now on';
  const when = at(bound.at, told.zone);
  if (bound.by === 'step-before') return `after the window before, ${when}`;
  return `when ${bound.releaseId === null ? 'all' : told.release(bound.releaseId)} is ready, ${when}`;
}

function hoursWords({ crews, longest }: Extract<Lack, { by: 'hours' }>, told: Told): string {
  const names = both(crews.map(told.crew));
  const most = formatCount(longest, 'minute');
  if (crews.length === 1) return `${names} is never at work for so long in these days: ${most} at most.`;
  if (longest > 0) return `${names} share ${most} at most.`;
  const never = `${names} are never at work at the same time.`;
  return crews.length === 2 ? never : `${never} Each two of them are.`;
}

function rulesWords({ rules, outside }: Extract<Lack, { by: 'rules' }>): string {
  const named = rules.map(({ kind, name }) => `${kind} “${name}”`);
  const why = [...named, ...(outside ? ['times outside the windows'] : [])];
  return `All hours that the teams share from then on lie in ${both(why)}.`;
}

/** Why there is no window, with its proof. */
export function lackWords(lack: Lack, bound: Bound | null, told: Told): string {
  switch (lack.by) {
    case 'hours':
      return hoursWords(lack, told);
    case 'too-late': {
      const last = `The last hours that its teams share begin ${at(lack.last, told.zone)}`;
      return bound === null
        ? `${last}, before all have worked as long as is wanted after the window before.`
        : `${last}; it can begin ${boundWords(bound, told)}.`;
    }
    case 'rules':
      return rulesWords(lack);
    case 'bookings': {
      const others = lack.bookings.map(({ title, span }) => `“${title}” (${spanIn(span, told.zone)})`);
      return `Others have the environment to themselves in all hours that are left: ${both(others)}.`;
    }
    case 'step-before':
      return `It comes after step ${lack.step}, which has no window.`;
  }
}

/** The releases that depart before a window is over. */
export function departedBefore(
  { span, releases }: IntegrationWindow,
  all: readonly IntegratedRelease[],
): readonly string[] {
  if (span === null) return [];
  const own = new Set<string>(releases);
  return all.filter(({ releaseId, departsAt }) => own.has(releaseId) && departsAt < span.end).map(({ title }) => title);
}
