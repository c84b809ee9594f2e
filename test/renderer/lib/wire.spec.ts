import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../renderer/lib/failures.ts';
import { backoff, createWire, type Line, type Transport, type WireState } from '../../../renderer/lib/wire.ts';

const over = { code: 'UNAUTHORIZED', message: 'It is over.', where: null, remedy: 'Start again.' } as const;

/** A line whose calls answer with its name, until it is cut. */
function lineNamed(name: string) {
  let cut: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    cut = resolve;
  });
  const line: Line = { link: { call: () => Promise.resolve(name) }, gone };
  return { line, cut: () => cut() };
}

/** A transport that opens what the test hands it, in order; a wait ends when the test says so. */
function world(...offers: readonly (Line | Error)[]) {
  const queue = [...offers];
  const waits: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const transport: Transport = {
    host: 'loopback',
    open: async () => {
      const offer = queue.shift();
      if (offer === undefined) return new Promise<never>(() => {});
      if (offer instanceof Error) throw offer;
      return offer;
    },
  };
  const wire = createWire(transport, {
    wait: (milliseconds) => new Promise((resolve) => waits.push({ milliseconds, end: resolve })),
    random: () => 0,
  });
  const states: WireState['kind'][] = [];
  wire.subscribe(() => states.push(wire.state().kind));
  return { wire, states, waits };
}

/** Lets every promise that can go on go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const call = (wire: ReturnType<typeof createWire>) => wire.link.call(['a'], {}, { context: {} });

describe('renderer/lib/wire', () => {
  it('lets calls made before it is open wait for it', async () => {
    const { wire } = world(lineNamed('first').line);

    const early = call(wire);
    wire.start();

    expect(await early).toBe('first');
    expect(wire.state()).toEqual({ kind: 'open', times: 1 });
  });

  it('says that the line is lost, opens it again, and sends waiting calls over the new one', async () => {
    const first = lineNamed('first');
    const { wire, states, waits } = world(first.line, lineNamed('second').line);
    wire.start();
    await settle();

    first.cut();
    await settle();
    const waiting = call(wire);
    waits[0]?.end();

    expect(await waiting).toBe('second');
    expect(states).toEqual(['open', 'lost', 'open']);
    expect(wire.state()).toEqual({ kind: 'open', times: 2 });
  });

  it('waits longer after every attempt that fails', async () => {
    const { wire, waits } = world(new Error('no'), new Error('no'), new Error('no'), lineNamed('at last').line);
    wire.start();

    for (let turn = 0; turn < 3; turn += 1) {
      await settle();
      waits[turn]?.end();
    }

    expect(await call(wire)).toBe('at last');
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([250, 500, 1_000]);
  });

  it('begins anew with short waits after a line that held', async () => {
    const first = lineNamed('first');
    const { wire, waits } = world(new Error('no'), first.line);
    wire.start();
    await settle();
    waits[0]?.end();
    await settle();

    first.cut();
    await settle();

    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([250, 250]);
  });

  it('gives up where trying again is pointless, and tells every call why', async () => {
    const { wire, waits } = world(new FailureError(over));
    const early = call(wire).catch((error: unknown) => error);
    wire.start();
    await settle();
    const late = await call(wire).catch((error: unknown) => error);

    expect(wire.state()).toEqual({ kind: 'failed', failure: over });
    expect([await early, late]).toEqual([
      expect.objectContaining({ code: 'UNAUTHORIZED' }),
      expect.objectContaining({ code: 'UNAUTHORIZED' }),
    ]);
    expect(waits).toEqual([]);
  });

  it('starts once, however often it is told to', async () => {
    const { wire, states } = world(lineNamed('first').line, lineNamed('second').line);

    wire.start();
    wire.start();
    await settle();

    expect(states).toEqual(['open']);
  });

  it.each([
    [1, 0, 250],
    [2, 0, 500],
    [6, 0, 5_000],
    [60, 0, 5_000],
    [1, 0.999_999, 167],
  ])('waits before attempt %d (random %d) %d ms', (attempt, random, milliseconds) => {
    expect(backoff(attempt, random)).toBe(milliseconds);
  });
});
