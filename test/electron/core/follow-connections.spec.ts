import { describe, expect, it } from 'vitest';
import type { CoreContext } from '../../../electron/core/core-context.ts';
import { followConnections } from '../../../electron/core/follow-connections.ts';
import type { Change } from '../../../shared/model/journal.ts';

describe('electron/core/follow-connections', () => {
  const one = { id: 'c1', name: 'Jira', rules: { statuses: [] } };
  const change = (before: Change['before'], after: Change['after'], kind: Change['kind'] = 'connection') => ({
    kind,
    id: 'c1',
    before,
    after,
  });

  function told(changes: readonly Change[]): string[] {
    const calls: string[] = [];
    const sync = {
      cancel: (id: string) => calls.push(`cancel ${id}`),
      remap: (id: string) => Promise.resolve(calls.push(`remap ${id}`)),
      reschedule: () => calls.push('reschedule'),
    };
    followConnections({ sync } as unknown as CoreContext, changes);
    return calls;
  }

  it.each([
    ['an added one is scheduled', [change(null, one)], ['reschedule']],
    ['a removed one stops', [change(one, null)], ['cancel c1', 'reschedule']],
    ['a renamed one is not read anew', [change(one, { ...one, name: 'J' })], ['reschedule']],
    ['changed rules are applied', [change(one, { ...one, rules: { statuses: [1] } })], ['remap c1', 'reschedule']],
    ['trains are none of its business', [change(null, one, 'train')], []],
  ])('%s', (_, changes, calls) => {
    expect(told(changes)).toEqual(calls);
  });
});
