import { describe, expect, it } from 'vitest';
import { isShadowRole } from '../../../../shared/domain/rotation/shadow-role.ts';
import { ROSTER_ROLES } from '../../../../shared/model/roster.ts';

describe('shared/domain/rotation/shadow-role', () => {
  it.each([
    [ROSTER_ROLES.shadow, true],
    ['SHADOW LEAD', true],
    ['shadow', true],
    [ROSTER_ROLES.lead, false],
    ['Shadow approver', false],
    ['', false],
  ])('tells of “%s”: %s', (role, isShadow) => {
    expect(isShadowRole(role)).toBe(isShadow);
  });
});
