import { describe, expect, it } from 'vitest';
import { isSameRole, isShadowRole, roleKey, rosterPartOf } from '../../../../shared/domain/rotation/roles.ts';
import { ROSTER_ROLES } from '../../../../shared/model/roster.ts';

describe('shared/domain/rotation/roles', () => {
  it.each([
    ['Release lead', 'RELEASE Lead', true],
    // The second is written with a combining accent.
    ['Qualité', 'qualite\u0301', true],
    ['Release lead', 'Release leads', false],
    ['Approver', 'Deployer', false],
  ])('tells whether “%s” and “%s” are the same part: %s', (one, other, same) => {
    expect([isSameRole(one, other), roleKey(one) === roleKey(other)]).toEqual([same, same]);
  });

  it.each([
    [ROSTER_ROLES.lead, 'lead', false],
    ['release LEAD', 'lead', false],
    [ROSTER_ROLES.shadow, 'shadow', true],
    ['SHADOW LEAD', 'shadow', true],
    ['shadow', null, true],
    ['Shadow approver', null, false],
    ['Approver', null, false],
    ['', null, false],
  ])('tells which part of a roster “%s” is, and whether one learns in it', (role, part, isShadow) => {
    expect([rosterPartOf(role), isShadowRole(role)]).toEqual([part, isShadow]);
  });
});
