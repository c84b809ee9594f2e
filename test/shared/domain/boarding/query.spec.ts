import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryFields, readQuery } from '../../../../shared/domain/boarding/query.ts';

function pattern(text: string) {
  return { kind: 'pattern', pattern: text };
}

describe('shared/domain/boarding/query', () => {
  it('reads words, phrases, fields and their opposites', () => {
    const { terms, problem } = readQuery('refund "card payment" status:"In Review",Done -label:wip* -draft');

    expect(problem).toBeNull();
    expect(terms).toEqual([
      { kind: 'text', text: 'refund', negated: false },
      { kind: 'text', text: 'card payment', negated: false },
      { kind: 'field', field: 'status', values: [pattern('In Review'), pattern('Done')], negated: false },
      { kind: 'field', field: 'label', values: [pattern('wip*')], negated: true },
      { kind: 'text', text: 'draft', negated: true },
    ]);
  });

  it.each([
    ['  refund  ', [{ kind: 'text', text: 'refund', negated: false }]],
    ['PAY-12', [{ kind: 'text', text: 'PAY-12', negated: false }]],
    ['a,b', [{ kind: 'text', text: 'a,b', negated: false }]],
    ['"say \\"hi\\" \\\\ twice"', [{ kind: 'text', text: 'say "hi" \\ twice', negated: false }]],
    ['-"not this"', [{ kind: 'text', text: 'not this', negated: true }]],
    ['"http://x"', [{ kind: 'text', text: 'http://x', negated: false }]],
    [':-)', [{ kind: 'text', text: ':-)', negated: false }]],
    ['STATUS:done', [{ kind: 'field', field: 'status', values: [pattern('done')], negated: false }]],
    ['assignee:none', [{ kind: 'field', field: 'assignee', values: [{ kind: 'none' }], negated: false }]],
    ['assignee:"none"', [{ kind: 'field', field: 'assignee', values: [pattern('none')], negated: false }]],
    [
      'version:NONE,2026*',
      [{ kind: 'field', field: 'version', values: [{ kind: 'none' }, pattern('2026*')], negated: false }],
    ],
    ['category:Done', [{ kind: 'field', field: 'category', values: [pattern('Done')], negated: false }]],
    ['label:a:b', [{ kind: 'field', field: 'label', values: [pattern('a:b')], negated: false }]],
  ])('reads %s', (text, terms) => {
    expect(readQuery(text)).toEqual({ terms, problem: null });
  });

  it.each(queryFields.filter((field) => field !== 'category'))('knows the field %s', (field) => {
    expect(readQuery(`${field}:x`).terms).toEqual([{ kind: 'field', field, values: [pattern('x')], negated: false }]);
  });

  it.each([
    ['', 1, 'The query is empty'],
    ['   ', 1, 'The query is empty'],
    ['a "b c', 3, 'This quotation mark is never closed'],
    ['a ""', 3, 'There is nothing between the quotation marks'],
    ['" "', 1, 'There is nothing between the quotation marks'],
    ['"a"b', 4, 'A space is missing after the quotation mark'],
    ['a"b"', 2, 'A space is missing before the quotation mark'],
    ['"a",b', 4, 'A comma goes only between the values of a field'],
    ['a -', 3, 'The minus sign stands alone'],
    ['- a', 1, 'The minus sign stands alone'],
    ['status:', 8, 'A value is missing after status:'],
    ['status: done', 8, 'A value is missing after status:'],
    ['status:a,', 10, 'A value is missing after status:'],
    ['status:a,,b', 10, 'A value is missing after status:'],
    ['status:in" review"', 10, 'Quote the whole value, not a part of it'],
    ['status:"a"b', 11, 'A space is missing after the quotation mark'],
    ['status:"', 8, 'This quotation mark is never closed'],
    ['category:open', 10, '"open" is not a category; categories are new, active, waiting, done'],
    ['category:"open"', 10, '"open" is not a category; categories are new, active, waiting, done'],
    ['category:new,none', 14, '"none" is not a category; categories are new, active, waiting, done'],
    [
      'fix http://x',
      5,
      '"http:" is not something to ask about; use project:, status:, category:, type:, label:, version:, assignee: or put quotation marks around the text',
    ],
    [
      '-constructor:x',
      2,
      '"constructor:" is not something to ask about; use project:, status:, category:, type:, label:, version:, assignee: or put quotation marks around the text',
    ],
  ])('says what is wrong with %j at character %i: %s', (text, at, message) => {
    expect(readQuery(text)).toEqual({ terms: null, problem: { message, at } });
  });

  it('answers any text with conditions or with a problem that lies in it', () => {
    const unit = fc.constantFrom('a', ' ', '"', ':', '-', ',', '\\', 'label', 'category', 'none', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const { terms, problem } = readQuery(text);

        const place = problem?.at ?? 1;
        expect(terms === null ? place : terms.length).toBeGreaterThan(0);
        expect(place).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});
