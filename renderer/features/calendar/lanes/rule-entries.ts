import type { Clock, ScheduleRule, ScheduleRuleKind, Scope } from '../../../../shared/model/schedule-rule.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import type { Occurrence } from '../../../../shared/model/verdict.ts';
import { formatCount } from '../../../lib/format.ts';
import type { LaneEntry } from '../timeline/entry.ts';
import { entryLooks } from '../timeline/entry-looks.ts';
import { ruleItemId } from '../timeline/marks.ts';
import type { TimelineLane } from '../timeline/model.ts';

/** When each rule holds, by its id. */
export type Occurrences = ReadonlyMap<string, readonly Occurrence[]>;

/** The occurrences of several answers: one that touches two of them is there once. */
export function mergeOccurrences(
  answers: readonly (readonly { readonly ruleId: string; readonly occurrences: readonly Occurrence[] }[])[],
): Occurrences {
  const byRule = new Map<string, Map<string, Occurrence>>();
  for (const { ruleId, occurrences } of answers.flat()) {
    const known = byRule.get(ruleId) ?? new Map<string, Occurrence>();
    for (const occurrence of occurrences) known.set(occurrence.key, occurrence);
    byRule.set(ruleId, known);
  }
  return new Map([...byRule].map(([id, known]) => [id, [...known.values()]]));
}

/** What a rule is about, in few words. */
export function scopeText(scope: Scope): string {
  const parts = [
    scope.regions.join(', '),
    scope.environments.length > 0 ? formatCount(scope.environments.length, 'environment') : '',
    scope.services.length > 0 ? formatCount(scope.services.length, 'service') : '',
    scope.tiers.length > 0 ? `tier ${scope.tiers.join(', ')}` : '',
    scope.teams.length > 0 ? formatCount(scope.teams.length, 'team') : '',
    scope.tenants.join(', '),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'For everything' : `For ${parts.join('; ')}`;
}

/** The zone that a rule is told in: its own, or the workspace's where its clock has none. */
function zoneOf({ holds }: ScheduleRule, zone: Zone): Zone {
  if (holds.by === 'cron') return holds.zone;
  const clock: Clock = holds.by === 'once' ? holds.start.clock : holds.clock;
  return clock.by === 'zone' ? clock.zone : zone;
}

const FIXED = 'Press Enter or double-click to open it: it is changed there.';

/** Each time that some rules hold, as entries. */
export function ruleEntries(
  rules: readonly ScheduleRule[],
  occurrences: Occurrences,
  zone: Zone,
): readonly LaneEntry[] {
  return rules.flatMap((rule) => {
    const source = rule.source === null ? [] : [`From the calendar “${rule.source.calendar}”`];
    const shared = {
      look: rule.kind,
      label: rule.name,
      title: rule.name,
      at: '',
      what: [entryLooks[rule.kind].label, rule.owner].filter(Boolean).join(' · '),
      notes: [scopeText(rule.scope), ...(rule.reason === '' ? [] : [rule.reason]), ...source],
      zone: zoneOf(rule, zone),
      releaseId: null,
      state: 'planned' as const,
      fixed: FIXED,
      place: { to: 'rule' as const, id: rule.id },
    };
    return (occurrences.get(rule.id) ?? []).map(({ key, span }): LaneEntry => {
      const id = ruleItemId(rule.id, key);
      // What recurs keeps a row of its own.
      return { ...shared, id, row: rule.holds.by === 'once' ? id : rule.id, start: span.start, end: span.end };
    });
  });
}

const laneNames: Readonly<Record<ScheduleRuleKind, string>> = {
  freeze: 'Freezes',
  maintenance: 'Maintenance',
  window: 'Windows',
};

/** A lane for freezes, for maintenance and for windows, as far as there are any. */
export function ruleLanes(rules: readonly ScheduleRule[], entries: readonly LaneEntry[]): readonly TimelineLane[] {
  return (['freeze', 'maintenance', 'window'] as const).flatMap((kind): readonly TimelineLane[] => {
    if (!rules.some((rule) => rule.kind === kind)) return [];
    const own = entries.filter(({ look }) => look === kind);
    return [{ of: 'rules', id: `rules ${kind}`, name: laneNames[kind], releases: [], daysOff: [], entries: own }];
  });
}
