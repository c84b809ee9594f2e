import { describe, expect, it } from 'vitest';
import { findBadTypeNames } from './rules/names.ts';
import { isCode, readProjectFiles } from './rules/source-files.ts';

function found(text: string): readonly string[] {
  return findBadTypeNames({ path: 'a.ts', text });
}

describe('test/lint/rules/names', () => {
  it.each([
    ['a schema with a suffix', 'export const TrainSchema = z.strictObject({});'],
    ['a type with a suffix', 'export type TrainType = z.infer<typeof Train>;'],
    ['an interface with an I', 'export interface ITrain { a: string }'],
    ['an enum', 'export enum State { A }'],
  ])('finds %s', (_what, text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each([
    'export const Train = z.strictObject({}); export type Train = z.infer<typeof Train>;',
    'export function toJsonSchema(): void {}',
    "const contentType = 'text/html';",
    'export interface Item {}',
    'export const milestoneType = readType();',
  ])('lets %s be', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the project', () => {
  it('names schemas and types for what they are', () => {
    expect(readProjectFiles('.').filter(isCode).flatMap(findBadTypeNames)).toEqual([]);
    // Reads every source: seconds, more where much else runs.
  }, 60_000);
});
