import type { ScheduleRuleId } from '../../model/ids.ts';
import type { ScheduleRule } from '../../model/schedule-rule.ts';

/**
 * What each rule is known by in calendars that are written here: as in the one that it came from, where no other rule goes by
 * that, and by its own id otherwise. Of rules that two calendars know by one uid each goes by its id, whichever was here first.
 */
export function ruleUids(rules: readonly Pick<ScheduleRule, 'id' | 'source'>[]): ReadonlyMap<ScheduleRuleId, string> {
  const sharing = Map.groupBy(rules, ({ source }) => source?.uid);
  const hasOwnUid = ({ source }: Pick<ScheduleRule, 'source'>) =>
    source !== null && sharing.get(source.uid)?.length === 1;
  const ids = new Set<string>(rules.filter((rule) => !hasOwnUid(rule)).map(({ id }) => id));
  return new Map(
    rules.map((rule) => {
      const uid = rule.source?.uid;
      return [rule.id, uid === undefined || !hasOwnUid(rule) || ids.has(uid) ? rule.id : uid];
    }),
  );
}
