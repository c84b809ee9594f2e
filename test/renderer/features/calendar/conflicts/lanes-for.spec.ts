import { describe, expect, it } from 'vitest';
import { lanesFor } from '../../../../../renderer/features/calendar/conflicts/lanes-for.ts';
import { aConflict, aFreeze, aSide } from '../../../../support/some-conflict.ts';

describe('renderer/features/calendar/conflicts/lanes-for', () => {
  it('adds the groups that the sides stand in, and takes none away', () => {
    expect(lanesFor(['trains'], aConflict('a'))).toEqual(['trains', 'environments']);
    expect(lanesFor(['environments'], aFreeze('b'))).toEqual(['rules', 'trains', 'environments']);
    const away = aConflict('c', { sides: [aSide('assignment', 'a'), aSide('absence', 'b')] });
    expect(lanesFor([], away)).toEqual(['trains', 'teams']);
  });
});
