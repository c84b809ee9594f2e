import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import { Day } from '../../../shared/model/time.ts';

function wordsOf(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0] ?? expect.fail('it is taken');
  return issueInWords(issue);
}

describe('shared/model/issue-words', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string().max(400), 'x'.repeat(401), 'it takes at most 400 characters'],
    [z.string().max(10_000), 'x'.repeat(10_001), 'it takes at most 10,000 characters'],
    [z.string().min(1), '', 'it is empty'],
    [z.string().min(3), 'x', 'it takes at least 3 characters'],
    [z.array(z.int()).max(40), Array(41).fill(1), 'it takes at most 40 entries'],
    [z.array(z.int()).max(1), [1, 2], 'it takes at most 1 entry'],
    [z.array(z.int()).min(1), [], 'name at least one'],
    [z.int().min(0).max(200), 201, 'it takes at most 200'],
    [z.int().min(5), 4, 'it takes at least 5'],
    [z.int(), 1.5, 'a whole number is needed'],
    [z.number(), 'one', 'a number is needed'],
    [z.string(), null, 'a text is needed'],
    [z.boolean(), 1, 'yes or no is needed'],
    [z.array(z.string()), 'a', 'a list is needed'],
    [z.strictObject({}), 'a', 'a group of fields is needed'],
    [z.strictObject({ a: z.int() }), { a: 1, b: 2 }, 'there is no field named b'],
    [z.enum(['red', 'green']), 'blue', 'it is none of red, green'],
    [z.string().regex(/^a$/), 'b', 'it is not written as it should be'],
    [z.string().regex(/^a$/, 'it is written a'), 'b', 'it is written a'],
    [z.union([z.literal(1), z.string()]), null, 'it is none of what is taken here'],
    [Day, '2026-02-30', 'there is no such day'],
  ])('says in words what is wrong (case %#)', (schema, value, words) => {
    expect(wordsOf(schema, value)).toBe(words);
  });

  it.each([z.url(), z.email(), z.iso.date(), z.string().startsWith('https://')])(
    'never speaks of types and operators (case %#)',
    (schema) => {
      expect(wordsOf(schema, 'no')).not.toMatch(/expected|Invalid|Too (big|small)|[<>]=/);
      expect(wordsOf(schema, 7)).not.toMatch(/expected|Invalid|Too (big|small)|[<>]=/);
    },
  );
});
