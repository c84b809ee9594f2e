import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../../shared/domain/exchange/table-mapping.ts';
import { THING_FIELDS } from '../../../../shared/domain/exchange/thing-fields.ts';

describe('shared/domain/exchange/thing-fields', () => {
  it.each([
    ['person', ['Full name', 'Squad', 'Timezone', 'Skills'], ['name', 'team', 'zone', 'skills']],
    ['person', ['Name', 'Team', 'Rota'], ['name', 'team', 'leads']],
    ['service', ['Component', 'Criticality', 'Depends on'], ['name', 'tier', 'dependsOn']],
    ['environment', ['Env', 'Type', 'Parent'], ['name', 'kind', 'parents']],
    ['booking', ['Env', 'Release', 'From', 'Until', 'TZ'], ['environment', 'release', 'start', 'end', 'zone']],
    ['schedule-rule', ['Name', 'Type', 'From', 'Until'], ['name', 'kind', 'start', 'end']],
  ] as const)('knows what the columns of a table of each %s are', (kind, headers, keys) => {
    expect(guessMapping(headers, THING_FIELDS[kind])).toEqual(keys);
  });
});
