import { describe, expect, it } from 'vitest';
import { createRequestStack } from '../../../../electron/core/sync/request-stack.ts';
import { tinyRequest } from '../../../support/tiny-connector.ts';

function stackOf(...keys: readonly string[]) {
  return createRequestStack(keys.map((key, position) => ({ position, request: tinyRequest(key) })));
}

function drain(stack: ReturnType<typeof stackOf>): readonly string[] {
  const keys: string[] = [];
  for (let item = stack.take(); item; item = stack.take()) keys.push(`${item.request.key}@${item.position}`);
  return keys;
}

describe('electron/core/sync/request-stack', () => {
  it('gives the smallest position first, whatever order they came in', () => {
    const stack = createRequestStack([
      { position: 3, request: tinyRequest('c') },
      { position: -2, request: tinyRequest('a') },
      { position: 0, request: tinyRequest('b') },
    ]);

    expect(drain(stack)).toEqual(['a@-2', 'b@0', 'c@3']);
  });

  it('puts what follows from a page before everything else, in its order, and knows the positions', () => {
    const stack = stackOf('a', 'b');
    stack.take();

    const added = stack.putFirst([tinyRequest('x'), tinyRequest('y')]);

    expect(added.map(({ position }) => position)).toEqual([-2, -1]);
    expect(drain(stack)).toEqual(['x@-2', 'y@-1', 'b@1']);
    expect(stack.putFirst([tinyRequest('z')]).map(({ position }) => position)).toEqual([-3]);
  });

  it('takes no request twice, asked or not', () => {
    const stack = stackOf('a', 'b');
    stack.take();

    expect(
      stack.putFirst([tinyRequest('a'), tinyRequest('b'), tinyRequest('c')]).map(({ request }) => request.key),
    ).toEqual(['c']);
    expect([stack.knows('a'), stack.knows('c'), stack.knows('d')]).toEqual([true, true, false]);
    expect(stack.size()).toBe(2);
  });

  it('forgets a scope', () => {
    const stack = stackOf('a', 'b');
    stack.putFirst([tinyRequest('other', { scope: 'z' })]);

    stack.forgetScope('a');

    expect(drain(stack)).toEqual(['other@-1']);
  });

  it('starts empty', () => {
    expect([createRequestStack([]).take(), createRequestStack([]).size()]).toEqual([undefined, 0]);
  });
});
