import { describe, expect, it } from 'vitest';
import { ruleUids } from '../../../../shared/domain/exchange/rule-uids.ts';
import type { ScheduleRuleId } from '../../../../shared/model/ids.ts';

const rule = (id: string, uid?: string) => ({
  id: id as ScheduleRuleId,
  source: uid === undefined ? null : { calendar: 'c', uid },
});

describe('shared/domain/exchange/rule-uids', () => {
  it.each([
    ['one made here by its id', [rule('r1')], ['r1']],
    ['an imported one as where it came from', [rule('r1', 'a'), rule('r2', 'b')], ['a', 'b']],
    [
      'those of two calendars with one uid by their ids, the first too',
      [rule('r1', '1'), rule('r2', '1')],
      ['r1', 'r2'],
    ],
    ['a copy of another rule by its id', [rule('r2', 'r1'), rule('r1')], ['r2', 'r1']],
    ['copies of each other as where they came from', [rule('r1', 'r2'), rule('r2', 'r1')], ['r2', 'r1']],
    ['one that came back as itself by its id', [rule('r1', 'r1')], ['r1']],
  ])('knows %s', (_name, rules, expected) => {
    expect([...ruleUids(rules).values()]).toEqual(expected);
  });
});
