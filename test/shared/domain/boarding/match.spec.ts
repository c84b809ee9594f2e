import { describe, expect, it } from 'vitest';
import { compileBoarding, describeRule } from '../../../../shared/domain/boarding/match.ts';
import { ConnectionId } from '../../../../shared/model/ids.ts';
import { BoardingRule, type LinkedProject } from '../../../../shared/model/train.ts';
import { aBoardableItem } from '../../../support/work-item.ts';

const version = (pattern: string) => BoardingRule.parse({ by: 'version', pattern });
const label = (pattern: string) => BoardingRule.parse({ by: 'label', pattern });
const query = (text: string) => BoardingRule.parse({ by: 'query', text });

function boards(rules: readonly BoardingRule[], item = aBoardableItem(), projects: readonly LinkedProject[] = []) {
  return compileBoarding({ rules, projects, releaseName: 'Payments 2026.24' })(item);
}

describe('shared/domain/boarding/match', () => {
  it.each([
    ['a version', version('2026.24'), 'version 2026.24'],
    ['a version by glob', version('2026.*'), 'version 2026.*'],
    ['a label', label('TRAIN'), 'label TRAIN'],
    ['a label by glob', label('payments/*'), 'label payments/*'],
    ['a query', query('refund -label:wip'), 'query refund -label:wip'],
  ])('boards by %s and says by which', (_what, rule, words) => {
    expect(boards([rule])).toBe(words);
  });

  it.each([
    ['a version that it has not', version('2026.25')],
    ['a part of a version', version('2026')],
    ['a label that it has not', label('fast-track')],
    ['a query that it does not satisfy', query('category:done')],
  ])('leaves an item behind by %s', (_what, rule) => {
    expect(boards([rule])).toBeNull();
  });

  it('fills in the release’s name', () => {
    const item = aBoardableItem({ versions: ['payments 2026.24 rc'], labels: ['on/Payments 2026.24'] });

    expect(boards([version('{release}*')], item)).toBe('version Payments 2026.24*');
    expect(boards([label('on/{release}')], item)).toBe('label on/Payments 2026.24');
    expect(boards([query('version:"{release} rc"')], item)).toBe('query version:"Payments 2026.24 rc"');
  });

  it('names the first rule of several that fit', () => {
    expect(boards([label('other'), query('refund'), version('2026.24')])).toBe('query refund');
    expect(boards([])).toBeNull();
  });

  it('boards only what the linked projects hold, told apart by connection', () => {
    const here = { connectionId: ConnectionId.parse('connection-1'), key: 'PAY' };
    const elsewhere = { connectionId: ConnectionId.parse('connection-2'), key: 'PAY' };

    expect(boards([label('train')], aBoardableItem(), [here])).toBe('label train');
    expect(boards([label('train')], aBoardableItem(), [elsewhere])).toBeNull();
    expect(boards([label('train')], aBoardableItem({ connectionId: elsewhere.connectionId }), [here])).toBeNull();
    expect(boards([label('train')], aBoardableItem(), [elsewhere, here])).toBe('label train');
    expect(boards([label('train')], aBoardableItem({ projectKey: 'OPS' }), [here])).toBeNull();
  });

  it('refuses a query that cannot be read, naming the rule and the place', () => {
    expect(() => boards([label('train'), query('refund "card')])).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        where: 'boarding.1, character 8',
        message: 'The boarding query "refund "card" cannot be read: This quotation mark is never closed.',
      }),
    );
  });

  it('puts a rule in words', () => {
    expect(describeRule(version('{release}'), '$1')).toBe('version $1');
  });
});
