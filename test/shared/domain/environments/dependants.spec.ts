import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookedAlongWith, dependantsOf } from '../../../../shared/domain/environments/dependants.ts';
import type { EnvironmentId } from '../../../../shared/model/ids.ts';

const env = (id: string, ...parents: string[]) => ({ id: id as EnvironmentId, parents: parents as EnvironmentId[] });

/** Whether `below` is reached from `top` by trying every path, an oracle that knows no order. */
function standsOn(below: string, top: string, all: readonly ReturnType<typeof env>[], tried: string[] = []): boolean {
  if (tried.includes(below)) return false;
  const parents: readonly string[] = all.find(({ id }) => id === below)?.parents ?? [];
  return parents.some((parent) => parent === top || standsOn(parent, top, all, [...tried, below]));
}

describe('shared/domain/environments/dependants', () => {
  it.each([
    ['nothing stands on it', 'uat', [env('uat')], []],
    ['one does', 'database', [env('database'), env('uat', 'database')], ['uat']],
    [
      'nearest first, each once, though two paths lead there',
      'host',
      [env('host'), env('deep', 'left', 'right'), env('left', 'host'), env('right', 'host')],
      ['left', 'right', 'deep'],
    ],
    ['a ring ends', 'a', [env('a', 'c'), env('b', 'a'), env('c', 'b')], ['b', 'c']],
    ['one that names itself', 'a', [env('a', 'a')], []],
    ['a parent named twice counts once', 'a', [env('a'), env('b', 'a', 'a')], ['b']],
    ['a parent that is gone', 'a', [env('a'), env('b', 'gone')], []],
  ])('%s', (_name, id, environments, expected) => {
    expect(dependantsOf(id as EnvironmentId, environments)).toEqual(expected);
  });

  it('finds exactly those that a walk up from each of them finds', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 14 });

    fc.assert(
      fc.property(edges, (pairs) => {
        const all = names.map((name) => env(name, ...pairs.filter(([child]) => child === name).map(([, top]) => top)));
        const expected = names.filter((name) => name !== 'a' && standsOn(name, 'a', all));

        expect([...dependantsOf('a' as EnvironmentId, all)].sort()).toEqual(expected);
      }),
    );
  });

  it('books along what is in use', () => {
    const all = [
      { ...env('host'), archived: true },
      { ...env('uat', 'host'), archived: false },
      { ...env('old', 'host'), archived: true },
      { ...env('on old', 'old'), archived: false },
    ];

    expect(bookedAlongWith('host' as EnvironmentId, all)).toEqual(['uat']);
  });
});
