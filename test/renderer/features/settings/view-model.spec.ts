import { describe, expect, it } from 'vitest';
import { holdingsText } from '../../../../renderer/features/settings/view-model.ts';

describe('renderer/features/settings/view-model', () => {
  it('says what a workspace holds, most first, nothing twice and nothing that is not there', () => {
    const counts = { workspace: 1, train: 1, 'work-item': 1_200, person: 2, journal: 1, deployment: 0 };

    expect(holdingsText(counts)).toBe('1,200 work items, 2 people, 1 train, 1 journal entry');
  });

  it('is empty for an empty workspace', () => {
    expect(holdingsText({ workspace: 1 })).toBe('');
  });
});
