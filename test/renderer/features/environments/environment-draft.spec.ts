import { describe, expect, it } from 'vitest';
import {
  environmentDraftOf,
  environmentPlanOf,
  newEnvironmentDraft,
  parentChoices,
  readEnvironment,
} from '../../../../renderer/features/environments/environment-draft.ts';
import { environment } from '../../../support/bookings.ts';

describe('renderer/features/environments/environment-draft', () => {
  it('reads back what is there', () => {
    const uat = environment('uat', { region: 'eu-west', capacity: 12, parents: ['host'], notes: 'Ask Grace.' });

    expect(readEnvironment(environmentDraftOf(uat))).toEqual({ plan: environmentPlanOf(uat), problems: {} });
  });

  it('says what is wrong beside the field', () => {
    const { plan, problems } = readEnvironment({ ...newEnvironmentDraft, name: ' ', capacity: '1.5' });

    expect(plan).toBeNull();
    expect(problems).toEqual({ name: 'Give it a name.', capacity: 'Type a whole number from 1 on.' });
  });

  it('takes no region for none', () => {
    expect(readEnvironment({ ...newEnvironmentDraft, name: 'UAT', region: '  ' }).plan?.region).toBeNull();
  });

  it('offers as parents neither itself nor what stands on it; archived ones only where it stands on them', () => {
    const old = environment('old', { archived: true });
    const older = environment('older', { archived: true });
    const host = environment('host', { parents: ['old'] });
    const uat = environment('uat', { parents: ['host'] });
    const demo = environment('demo', { parents: ['uat'] });
    const spare = environment('spare');
    const names = (own: typeof host | null) =>
      parentChoices([old, older, host, uat, demo, spare], own).map(({ name }) => name);

    expect(names(host)).toEqual(['old', 'spare']);
    expect(names(null)).toEqual(['host', 'uat', 'demo', 'spare']);
  });
});
