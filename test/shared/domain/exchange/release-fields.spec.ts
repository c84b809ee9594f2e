import { describe, expect, it } from 'vitest';
import { RELEASE_FIELDS } from '../../../../shared/domain/exchange/release-fields.ts';
import { guessMapping } from '../../../../shared/domain/exchange/table-mapping.ts';

describe('shared/domain/exchange/release-fields', () => {
  it('knows what the columns of a table of releases are', () => {
    const headers = ['Product', 'Version', 'Go live', 'Status', 'Freeze', 'UAT', 'Budget'];

    expect(guessMapping(headers, RELEASE_FIELDS)).toEqual([
      'train',
      'name',
      'day',
      'state',
      'milestone',
      'milestone',
      null,
    ]);
  });
});
