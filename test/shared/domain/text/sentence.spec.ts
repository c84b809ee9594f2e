import { describe, expect, it } from 'vitest';
import { sentence } from '../../../../shared/domain/text/sentence.ts';

describe('shared/domain/text/sentence', () => {
  it.each([
    ['it is empty', 'It is empty.'],
    ['COUNT=0 is none.', 'COUNT=0 is none.'],
    ['Was it?', 'Was it?'],
    ['It says: "Not Found"', 'It says: "Not Found".'],
    ['It says: "Not found."', 'It says: "Not found."'],
    ['  ', ''],
  ])('makes %j the sentence %j', (text, made) => {
    expect(sentence(text)).toBe(made);
  });
});
