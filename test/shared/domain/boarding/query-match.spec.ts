import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../../shared/domain/boarding/query.ts';
import { compileQuery } from '../../../../shared/domain/boarding/query-match.ts';
import { aBoardableItem } from '../../../support/work-item.ts';

function matches(query: string, item = aBoardableItem(), release = '2026.24'): boolean {
  const { terms, problem } = readQuery(query);
  if (terms === null) throw new Error(problem.message);
  return compileQuery(terms, new Map([['{release}', release]]))(item);
}

describe('shared/domain/boarding/query-match', () => {
  it.each([
    ['refund', true],
    ['REFUND card', true],
    ['"card payment"', true],
    ['"payment card"', false],
    ['pay-12', true],
    ['pay-1', true],
    ['invoice', false],
    ['-invoice', true],
    ['-refund', false],
    ['-"card payment"', false],
    ['project:PAY', true],
    ['project:pay', true],
    ['project:P', false],
    ['project:P*', true],
    ['project:OPS,PAY', true],
    ['-project:OPS', true],
    ['status:"in review"', true],
    ['status:review', false],
    ['status:*review', true],
    ['category:active', true],
    ['category:ACTIVE', true],
    ['category:new,done', false],
    ['type:story', true],
    ['type:bug', false],
    ['label:train', true],
    ['label:payments/*', true],
    ['label:none', false],
    ['-label:none', true],
    ['label:a,train', true],
    ['label:train label:payments/cards', true],
    ['label:train label:other', false],
    ['-label:train', false],
    ['version:2026.24', true],
    ['version:{release}', true],
    ['version:"{release}"', true],
    ['version:none', false],
    ['assignee:"Ada Lovelace"', true],
    ['assignee:ada*', true],
    ['assignee:none', false],
    ['refund status:"In Review" -label:wip version:{release}', true],
    ['refund status:Done', false],
  ])('%s matches the item: %s', (query, expected) => {
    expect(matches(query)).toBe(expected);
  });

  it('tells nobody and nothing from the name "none"', () => {
    const bare = aBoardableItem({ assignee: null, labels: [], versions: [] });
    const named = aBoardableItem({ assignee: 'None', labels: ['none'] });

    expect(['assignee:none', 'label:none', 'version:none', '-assignee:*'].map((query) => matches(query, bare))).toEqual(
      [true, true, true, true],
    );
    expect(matches('assignee:none', named)).toBe(false);
    expect(matches('assignee:"none" label:"none"', named)).toBe(true);
  });

  it('takes the release’s name literally, in words and in values', () => {
    const item = aBoardableItem({ title: 'Ship $& R*1', versions: ['R*1'] });

    expect(matches('version:{release} "ship $& {release}"', item, 'R*1')).toBe(true);
    expect(matches('version:{release}', aBoardableItem({ versions: ['Rx1'] }), 'R*1')).toBe(false);
    expect(matches('{release}', aBoardableItem({ title: 'to $&' }), '$&')).toBe(true);
  });
});
