import { type ClientLink, ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { isWireFailure, shapeError, shapeLink, wireFailure } from '../../../shared/contract/client-errors.ts';
import { MAX_INPUT_CHARACTERS } from '../../../shared/contract/transport.ts';

type Link = ClientLink<Record<never, never>>;

const PATH = ['trains', 'list'];
const OPTIONS = { context: {} };

function linkOf(call: () => Promise<unknown>): Link {
  return shapeLink<Record<never, never>>({ call });
}

function failure(code: string) {
  return expect.objectContaining({ code });
}

describe('shared/contract/client-errors', () => {
  it('keeps what the core said as it is', () => {
    const said = wireFailure('DISK_FULL', 'No room.', { where: 'plan.signalbox', remedy: 'Free some.' });

    expect(shapeError(said, PATH)).toBe(said);
  });

  it.each([
    [
      'an unmatched path',
      new ORPCError('NOT_FOUND', { status: 404, data: { body: 'No procedure matched' } }),
      'UNKNOWN_PROCEDURE',
    ],
    ['a frame that could not be read', new ORPCError('BAD_REQUEST', { message: 'Malformed request.' }), 'BAD_INPUT'],
    [
      'an unexpected error of the core',
      new ORPCError('INTERNAL_SERVER_ERROR', { data: { stack: 'secret' } }),
      'INTERNAL',
    ],
    ['a code that is not in the list', new ORPCError('TEAPOT', { data: { where: null, remedy: null } }), 'INTERNAL'],
    ['a closed peer', Object.assign(new Error('[AsyncIdQueue] closed'), { name: 'AbortError' }), 'UNAVAILABLE'],
    ['a closed socket', new Error('Cannot send message, WebSocket is not open.'), 'UNAVAILABLE'],
    ['anything else', 'a text', 'INTERNAL'],
  ])('gives %s the shape of a failure', (_title, error, code) => {
    const shaped = shapeError(error, PATH);

    expect(isWireFailure(shaped)).toBe(true);
    expect(shaped).toEqual(failure(code));
    expect(JSON.stringify([shaped.message, shaped.data])).not.toMatch(/secret|AsyncIdQueue|Malformed/);
  });

  it('does not take an error for a failure whose data says something else', () => {
    expect(isWireFailure(new ORPCError('NOT_FOUND', { data: { anything: 1 } }))).toBe(false);
    expect(isWireFailure(new Error('no'))).toBe(false);
  });

  it('takes an input of exactly the limit and sends none that is longer', async () => {
    const sent: unknown[] = [];
    const link = shapeLink<Record<never, never>>({ call: async (_path, input) => sent.push(input) });
    const fits = 'x'.repeat(MAX_INPUT_CHARACTERS - 2);

    await link.call(PATH, fits, OPTIONS);
    const refused = link.call(PATH, `${fits}x`, OPTIONS);

    await expect(refused).rejects.toEqual(failure('TOO_LARGE'));
    expect(sent).toEqual([fits]);
  });

  it('answers a cancelled call at once and leaves no listener behind', async () => {
    const caller = new AbortController();
    const link = linkOf(() => new Promise(() => undefined));

    const answer = link.call(PATH, {}, { ...OPTIONS, signal: caller.signal });
    caller.abort();

    await expect(answer).rejects.toEqual(failure('CANCELLED'));
  });

  it('lets a failure of a cancelled call be cancelled, not lost', async () => {
    const caller = new AbortController();
    const link = linkOf(async () => {
      caller.abort();
      throw Object.assign(new Error('closed'), { name: 'AbortError' });
    });

    const answer = link.call(PATH, {}, { ...OPTIONS, signal: caller.signal });

    await expect(answer).rejects.toEqual(failure('CANCELLED'));
  });

  it('shapes what a subscription throws while it runs', async () => {
    async function* events() {
      yield 1;
      throw new Error('inside');
    }
    const link = linkOf(async () => events());

    const stream = (await link.call(PATH, {}, OPTIONS)) as AsyncIterableIterator<number>;

    expect(await stream.next()).toEqual({ done: false, value: 1 });
    await expect(stream.next()).rejects.toEqual(failure('INTERNAL'));
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('can be read by for-await', async () => {
    async function* events() {
      yield* [1, 2, 3];
    }
    const link = linkOf(async () => events());
    const seen: unknown[] = [];

    for await (const value of (await link.call(PATH, {}, OPTIONS)) as AsyncIterable<number>) seen.push(value);

    expect(seen).toEqual([1, 2, 3]);
  });
});
