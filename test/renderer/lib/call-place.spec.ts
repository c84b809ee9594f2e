import { describe, expect, it } from 'vitest';
import { isOfPlan, placeHeaders } from '../../../renderer/lib/call-place.ts';
import { BRANCH_HEADER } from '../../../shared/contract/transport.ts';

describe('renderer/lib/call-place', () => {
  it.each([
    ['branches.merge', true],
    ['connections.list', true],
    ['sync.start', true],
    ['releases.move', false],
    ['journal.undo', false],
    ['workspace.info', false],
  ])('says whether %s is about the plan wherever one is: %s', (path, expected) => {
    const found = isOfPlan(path.split('.'));

    expect(found).toBe(expected);
  });

  it('names the branch of a call in its header, and nothing for the plan', () => {
    expect(placeHeaders({ branch: 'branch-1' })).toEqual({ [BRANCH_HEADER]: 'branch-1' });
    expect(placeHeaders({ branch: null })).toEqual({});
    expect(placeHeaders({})).toEqual({});
  });
});
