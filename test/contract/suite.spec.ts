import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../shared/model/failure.ts';
import { biweeklyPlan } from '../support/plans.ts';
import { type Answer, answerOf, ask, readFailure } from './answers.ts';
import { openTransport, TRANSPORTS, type Transport, type TransportName } from './transports.ts';

/** Runs a case on a fresh core behind each transport and answers what each came to. */
async function onEach(work: (transport: Transport) => Promise<unknown>): Promise<Record<TransportName, unknown>> {
  const answers: Partial<Record<TransportName, unknown>> = {};
  for (const name of TRANSPORTS) {
    const transport = await openTransport(name);
    try {
      answers[name] = await work(transport);
    } finally {
      await transport.end();
    }
  }
  return answers as Record<TransportName, unknown>;
}

/** Three transports for the cases that change nothing and script nothing. */
let shared: Record<TransportName, Transport>;
beforeAll(async () => {
  const opened = await Promise.all(TRANSPORTS.map(async (name) => [name, await openTransport(name)] as const));
  shared = Object.fromEntries(opened) as Record<TransportName, Transport>;
});
afterAll(async () => {
  for (const transport of Object.values(shared)) await transport.end();
});

async function onShared(work: (transport: Transport) => Promise<unknown>): Promise<Record<TransportName, unknown>> {
  const answers = await Promise.all(TRANSPORTS.map(async (name) => [name, await work(shared[name])] as const));
  return Object.fromEntries(answers) as Record<TransportName, unknown>;
}

/** The same expectation for every transport: equal answers, and the right one. */
function same(expected: unknown): Record<TransportName, unknown> {
  return { 'direct caller': expected, 'message port': expected, WebSocket: expected };
}

function failure(code: string, message: string, where: string | null, remedy: string | null): Answer {
  return { ok: false, code, message, where, remedy };
}

const CORRECT = 'Correct it and try again.';
const ASK_NAMES = 'Ask system.procedures for the names that there are.';

describe('test/contract: calls that go well', () => {
  it('answers a query alike', async () => {
    const answers = await onEach((transport) => ask(transport, 'workspace.settings', {}));

    expect(answers).toEqual(
      same({ ok: true, value: { theme: 'system', density: 'comfortable', displayZone: null, lastVisit: {} } }),
    );
  });

  it('decides by a command alike, and fills in what the input left out', async () => {
    const answers = await onEach(async (transport) => {
      const created = await ask(transport, 'trains.create', biweeklyPlan());
      const journal = await ask(transport, 'journal.list', {});
      return { created, journal };
    });

    const [first, ...others] = Object.values(answers);
    expect(first).toMatchObject({ created: { ok: true }, journal: { ok: true, value: { next: null } } });
    for (const other of others) expect(other).toEqual(first);
  });
});

/** A question about integration windows that names no release. */
function window(until: string) {
  return { releaseIds: [], from: '2026-12-01', until, minutes: 60 };
}

describe('test/contract: integration windows', () => {
  it('proposes, plans and refuses alike', async () => {
    const answers = await onEach(async (transport) => {
      const { value: train } = (await ask(transport, 'trains.create', biweeklyPlan())) as { value: { id: string } };
      const added = await ask(transport, 'releases.add', { trainId: train.id, name: 'Next', day: '2027-01-12' });
      const releaseIds = [(added as { value: { id: string } }).value.id];
      const input = { ...window('2027-01-31'), releaseIds };
      const proposed = await ask(transport, 'integration.propose', input);
      const { windows } = (proposed as { value: { windows: { span: unknown }[] } }).value;
      const milestones = [{ releaseId: releaseIds[0], name: 'Integration', span: windows[0]?.span, move: null }];
      return {
        proposed,
        planned: await ask(transport, 'integration.plan', { milestones }),
        calendar: await ask(transport, 'integration.calendar', input),
        nothing: await ask(transport, 'integration.propose', window('2026-12-01')),
        long: await ask(transport, 'integration.propose', { ...input, until: '2027-12-31' }),
      };
    });

    const [first, ...others] = Object.values(answers);
    expect(first).toMatchObject({
      planned: { ok: true, value: { added: 1, moved: 0 } },
      calendar: { ok: true, value: { entries: 1 } },
      nothing: failure(
        'BAD_INPUT',
        'No release is chosen.',
        'releaseIds',
        'Choose the releases that are brought together.',
      ),
      long: { ok: false, code: 'TOO_LARGE', where: 'until' },
    });
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('test/contract: inputs that are refused', () => {
  it.each([
    ['a wrong type', 'workspace.update', { name: 5 }, 'name'],
    ['a field too many', 'workspace.info', { surprise: true }, 'input'],
    ['nothing at all', 'workspace.info', undefined, 'input'],
    ['null', 'workspace.info', null, 'input'],
    ['a list', 'workspace.info', [], 'input'],
    ['a day that does not exist', 'calendar.range', { from: '2026-02-30', to: '2026-03-01', trainIds: null }, 'from'],
    ['a window of no minutes', 'integration.propose', { ...window('2026-12-01'), minutes: 0 }, 'minutes'],
    ['a zone that does not exist', 'workspace.update', { zone: 'Mars/Olympus' }, 'zone'],
    ['not a number', 'sync.runs', { connectionId: 'c', limit: Number.NaN }, 'limit'],
  ])('refuses %s by its place', async (_title, name, input, where) => {
    const answers = await onShared((transport) => ask(transport, name, input));

    const [first] = Object.values(answers);
    expect(first).toMatchObject({ ok: false, code: 'BAD_INPUT', where, remedy: CORRECT });
    expect(answers).toEqual(same(first));
  });

  it.each([
    ['at the top', JSON.parse('{"__proto__": {"admin": true}, "name": "x"}')],
    ['inside', { name: [JSON.parse('{"__proto__": 1}')] }],
  ])('refuses a field named __proto__ %s', async (_title, input) => {
    const answers = await onShared((transport) => ask(transport, 'workspace.update', input));

    const message = 'The input has a field named __proto__, which no input has.';
    expect(answers).toEqual(same(failure('BAD_INPUT', message, 'workspace.update', 'Leave the field out.')));
  });

  it('takes a text that only speaks of such a field', async () => {
    const answers = await onShared((transport) => ask(transport, 'workItems.search', { text: '{"__proto__": 1}' }));

    expect(answers).toEqual(same({ ok: true, value: { rows: [], next: null } }));
  });

  it('refuses what cannot be written as JSON', async () => {
    const answers = await onShared((transport) => ask(transport, 'workspace.update', { name: 5n }));

    expect(answers).toEqual(
      same(failure('BAD_INPUT', 'The input cannot be written as JSON.', 'workspace.update', null)),
    );
  });

  it('refuses an input that is too long by its size', async () => {
    const answers = await onShared((transport) => ask(transport, 'workspace.update', { name: 'x'.repeat(1_000_000) }));

    const message = 'The input has 1000011 characters; at most 1000000 are taken in one call.';
    expect(answers).toEqual(same(failure('TOO_LARGE', message, 'workspace.update', 'Send it in several calls.')));
  });

  it('refuses it in the core too, from a client that does not ask first', async () => {
    const answers = await onShared((transport) => {
      const input = { name: 'x'.repeat(1_000_000) };
      return answerOf(transport.bare.call(['workspace', 'update'], input, { context: {} }));
    });

    expect(answers).toEqual(same(expect.objectContaining({ ok: false, code: 'TOO_LARGE' })));
    expect(answers.WebSocket).toEqual(answers['direct caller']);
  });
});

describe('test/contract: names that are no procedures', () => {
  it.each([
    'nope',
    'workspace',
    'workspace.nope',
    'workspace.info.more',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'workspace.__proto__',
    'workspace.constructor',
    'workspace.toString',
    'workspace.info.call',
    'workspace.info.~orpc',
    'workspace/info',
    'workspace%2Finfo',
    'Workspace.info',
    'workspace.info ',
  ])('refuses `%s` by name', async (name) => {
    const answers = await onShared((transport) => ask(transport, name, {}));

    expect(answers).toEqual(
      same(failure('UNKNOWN_PROCEDURE', `There is no procedure named ${name}.`, name, ASK_NAMES)),
    );
  });

  it.each([
    ['no part', []],
    ['an empty part', ['workspace', 'info', '']],
    ['a step back', ['workspace', '..', 'workspace', 'info']],
    ['a dot', ['workspace', '.', 'info']],
    ['a question mark', ['workspace', 'info?x']],
    ['a fragment', ['workspace', 'info#x']],
  ])('refuses a path with %s', async (_title, path) => {
    const answers = await onShared((transport) => answerOf(transport.link.call(path, {}, { context: {} })));

    const name = path.join('.');
    expect(answers).toEqual(
      same(failure('UNKNOWN_PROCEDURE', `There is no procedure named ${name}.`, name, ASK_NAMES)),
    );
  });
});

describe('test/contract: handlers that fail', () => {
  it('carries an expected failure whole', async () => {
    const answers = await onEach((transport) => {
      transport.host.onRead = async () => {
        throw new Failure('DISK_FULL', 'There is no room left.', { where: 'plan.signalbox', remedy: 'Free some.' });
      };
      return ask(transport, 'workspace.settings', {});
    });

    expect(answers).toEqual(same(failure('DISK_FULL', 'There is no room left.', 'plan.signalbox', 'Free some.')));
  });

  it('says nothing of the inside when a handler throws something else', async () => {
    const answers = await onEach((transport) => {
      transport.host.onRead = async () => {
        throw new TypeError('cannot read /home/ada/secret: token ghp_123');
      };
      return ask(transport, 'workspace.settings', {});
    });

    const [first] = Object.values(answers);
    expect(first).toMatchObject({ ok: false, code: 'INTERNAL', where: 'workspace.settings' });
    expect(JSON.stringify(answers)).not.toMatch(/secret|ghp_|TypeError|at \w+ \(/);
    expect(answers).toEqual(same(first));
  });

  it('says where a thing that is not there was looked for', async () => {
    const answers = await onEach((transport) => ask(transport, 'trains.get', { id: 'train-404' }));

    const [first] = Object.values(answers);
    expect(first).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(answers).toEqual(same(first));
  });
});

describe('test/contract: subscriptions', () => {
  it('follows changes until it is let go', async () => {
    const answers = await onEach(async (transport) => {
      const events = (await transport.call('system.changes', {})) as AsyncIterableIterator<unknown>;
      const first = await events.next();
      const next = events.next();
      await transport.call('workspace.update', { name: 'Renamed' });
      const second = await next;
      const ended = await events.return?.();
      const after = await events.next();
      return { first, second, ended: ended?.done, after: after.done };
    });

    const [one] = Object.values(answers);
    expect(one).toMatchObject({
      first: { done: false, value: { topics: [] } },
      second: { done: false, value: { topics: expect.arrayContaining(['workspace', 'journal']) } },
      ended: true,
      after: true,
    });
    expect(answers).toEqual(same(one));
  });

  it('ends a subscription whose caller cancels, even while it waits', async () => {
    const answers = await onEach(async (transport) => {
      const caller = new AbortController();
      const events = (await transport.call('system.changes', {}, caller.signal)) as AsyncIterableIterator<unknown>;
      await events.next();
      const waiting = events.next().catch(readFailure);
      caller.abort();
      return waiting;
    });

    expect(answers).toEqual(same(failure('CANCELLED', 'The call was cancelled.', 'system.changes', null)));
  });
});

describe('test/contract: cancellation', () => {
  it('answers at once when its caller cancels, whether or not the handler heeds it', async () => {
    const answers = await onEach(async (transport) => {
      const started = Promise.withResolvers<void>();
      const release = Promise.withResolvers<never>();
      release.promise.catch(() => undefined);
      transport.host.onRead = () => {
        started.resolve();
        return release.promise;
      };
      const caller = new AbortController();
      const answer = answerOf(transport.call('workspace.settings', {}, caller.signal));
      await started.promise;
      caller.abort();
      const cancelled = await answer;
      release.reject(new Error('too late'));
      transport.host.onRead = null;
      return { cancelled, after: (await ask(transport, 'workspace.settings', {})).ok };
    });

    const cancelled = failure('CANCELLED', 'The call was cancelled.', 'workspace.settings', null);
    expect(answers).toEqual(same({ cancelled, after: true }));
  });

  it('does not start what was cancelled before', async () => {
    const answers = await onEach(async (transport) => {
      const answer = await answerOf(transport.call('workspace.update', { name: 'No' }, AbortSignal.abort()));
      const { value } = (await ask(transport, 'workspace.info', {})) as { value: { name: string } };
      return { answer, name: value.name };
    });

    const answer = failure('CANCELLED', 'The call was cancelled.', 'workspace.update', null);
    expect(answers).toEqual(same({ answer, name: 'Test' }));
  });
});

describe.each(['message port', 'WebSocket'] as const)('test/contract: the line of a %s', (name) => {
  let transport: Transport;
  beforeEach(async () => {
    transport = await openTransport(name);
  });
  afterEach(() => transport.end());

  const lost = failure(
    'UNAVAILABLE',
    'The connection to the workspace was lost.',
    'workspace.settings',
    'It is tried again by itself; if it stays away, start Signalbox again.',
  );

  it('tells pending and later calls that it was lost', async () => {
    const started = Promise.withResolvers<void>();
    transport.host.onRead = () => {
      started.resolve();
      return new Promise<never>(() => undefined);
    };

    const pending = ask(transport, 'workspace.settings', {});
    await started.promise;
    transport.cut?.();

    expect(await pending).toEqual(lost);
  });
});

describe.each(['message port', 'WebSocket'] as const)('test/contract: who may only read, over a %s', (name) => {
  it('may ask but not decide', async () => {
    const transport = await openTransport(name, 'read');

    const answers = {
      query: (await ask(transport, 'workspace.info', {})).ok,
      command: await ask(transport, 'workspace.update', { name: 'Mine' }),
    };
    await transport.end();

    expect(answers).toMatchObject({ query: true, command: { ok: false, code: 'FORBIDDEN' } });
  });
});
