import { describe, expect, it } from 'vitest';
import { textQuery } from '../../../../../electron/core/db/repositories/text-query.ts';

describe('electron/core/db/repositories/text-query', () => {
  it.each([
    ['refund', '"refund"*'],
    ['card expiry', '"card"* "expiry"*'],
    ['PAY-12', '"PAY"* "12"*'],
    ['  über  Größe ', '"über"* "Größe"*'],
    ['"; DROP TABLE x --', '"DROP"* "TABLE"* "x"*'],
    ['NOT OR NEAR(', '"NOT"* "OR"* "NEAR"*'],
  ])('%s asks for every word, each perhaps unfinished', (text, query) => {
    expect(textQuery(text)).toBe(query);
  });

  it.each(['', '  ', '%', '“…”'])('%j holds no word', (text) => {
    expect(textQuery(text)).toBeNull();
  });
});
