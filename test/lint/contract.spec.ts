import { isContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import type { ProcedureMeta } from '../../shared/contract/procedure.ts';

interface Named {
  readonly name: string;
  readonly meta: Partial<ProcedureMeta>;
}

function proceduresOf(router: object, prefix = ''): readonly Named[] {
  return Object.entries(router).flatMap(([key, value]): readonly Named[] => {
    const name = `${prefix}${key}`;
    if (isContractProcedure(value)) return [{ name, meta: value['~orpc'].meta as Partial<ProcedureMeta> }];
    return typeof value === 'object' && value !== null ? proceduresOf(value, `${name}.`) : [];
  });
}

function faultsOf({ name, meta }: Named): readonly string[] {
  const faults: string[] = [];
  if (!/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/.test(name)) faults.push(`${name} is not named group.verb`);
  if (!['query', 'command', 'action'].includes(meta.kind ?? '')) faults.push(`${name} is of no kind`);
  if (!/^[A-Z].{8,}\.$/.test(meta.summary ?? '')) faults.push(`${name} has no summary: one sentence that people read`);
  return faults;
}

describe('the rules for procedures', () => {
  it.each([
    ['no summary', { name: 'trains.list', meta: { kind: 'query', summary: '' } }],
    ['a fragment for a summary', { name: 'trains.list', meta: { kind: 'query', summary: 'lists trains' } }],
    ['no kind', { name: 'trains.list', meta: { summary: 'Lists the trains of it all.' } }],
    ['a bad name', { name: 'trains', meta: { kind: 'query', summary: 'Lists the trains of it all.' } }],
  ] satisfies [string, Named][])('find %s', (_what, procedure) => {
    expect(faultsOf(procedure)).toHaveLength(1);
  });
});

describe('shared/contract', () => {
  const procedures = proceduresOf(contract);

  it('was looked at', () => {
    expect(procedures.length).toBeGreaterThan(30);
  });

  it('says of every procedure its kind and, in a sentence, what it does', () => {
    expect(procedures.flatMap(faultsOf)).toEqual([]);
  });
});
