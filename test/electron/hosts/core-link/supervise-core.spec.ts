import { describe, expect, it } from 'vitest';
import type { FromCore, OpenWorkspace, ToCore } from '../../../../electron/hosts/core-link/messages.ts';
import { type CoreProcess, superviseCore } from '../../../../electron/hosts/core-link/supervise-core.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { Zone } from '../../../../shared/model/time.ts';
import { testHost } from '../../../support/core.ts';

const WORKSPACE: OpenWorkspace = { file: '/plans/q3.signalbox', mode: 'write', create: null };

/** A process that does what the test says. */
interface Puppet extends CoreProcess<string> {
  readonly sent: (readonly [ToCore, string | undefined])[];
  readonly say: (message: FromCore) => void;
  readonly exit: (reason: string) => void;
  killed: boolean;
}

function makePuppet(): Puppet {
  const listeners: ((message: FromCore) => void)[] = [];
  const exits: ((reason: string) => void)[] = [];
  const puppet: Puppet = {
    sent: [],
    killed: false,
    post: (message, port) => puppet.sent.push([message, port]),
    onMessage: (listener) => listeners.push(listener),
    onExit: (listener) => exits.push(listener),
    kill: () => {
      puppet.killed = true;
      puppet.exit('killed');
    },
    say: (message) => {
      for (const listener of listeners) listener(message);
    },
    exit: (reason) => {
      for (const listener of exits.splice(0)) listener(reason);
    },
  };
  return puppet;
}

function supervised(workspace = WORKSPACE) {
  let now = 0;
  const started: Puppet[] = [];
  const told: unknown[] = [];
  const supervisor = superviseCore<string>({
    start: () => {
      const puppet = makePuppet();
      started.push(puppet);
      return puppet;
    },
    workspace,
    host: testHost(),
    actor: 'Ada',
    logFile: '/logs/signalbox.log',
    now: () => now,
    onOutcome: (outcome) => told.push(outcome),
    onRestart: (reason) => told.push(['restart', reason]),
    onGaveUp: (failure) => told.push(['gave up', failure.where]),
  });
  const latest = () => started.at(-1) as Puppet; // one is started at once
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { supervisor, started, told, latest, pass };
}

describe('electron/hosts/core-link/supervise-core', () => {
  it('opens the workspace and hands clients to it', () => {
    const { supervisor, latest, told } = supervised();

    const refusal = supervisor.connect('port', { actor: 'Ada', can: 'write' });
    latest().say({ type: 'opened', file: WORKSPACE.file });

    expect(refusal).toBeNull();
    expect(latest().sent).toMatchObject([
      [{ type: 'open', workspace: WORKSPACE, actor: 'Ada', host: { kind: 'test', keptIn: 'memory' } }, undefined],
      [{ type: 'client', principal: { actor: 'Ada', can: 'write' } }, 'port'],
    ]);
    expect(told).toEqual([{ ok: true, file: WORKSPACE.file }]);
  });

  it('answers the core’s questions from the host', async () => {
    const { latest } = supervised();
    const connection = 'connection-1' as ConnectionId;

    latest().say({ type: 'ask', id: 1, name: 'secrets.set', input: [connection, 'https://jira.example', 's3cret'] });
    latest().say({ type: 'ask', id: 2, name: 'secrets.get', input: [connection, 'https://jira.example'] });
    await expect.poll(() => latest().sent.length).toBe(3);

    const answers = latest()
      .sent.slice(1)
      .map(([message]) => message);
    expect(answers).toEqual(
      expect.arrayContaining([
        { type: 'answer', id: 1, value: null },
        { type: 'answer', id: 2, value: 's3cret' },
      ]),
    );
  });

  it('starts a core that died again, with the same workspace', () => {
    const { supervisor, started, told, latest } = supervised();

    started[0]?.exit('exit code 134');
    supervisor.connect('port', { actor: 'Ada', can: 'write' });

    expect(told).toEqual([['restart', 'exit code 134']]);
    expect(started).toHaveLength(2);
    expect(latest().sent.map(([message]) => message.type)).toEqual(['open', 'client']);
  });

  it('gives up on a core that dies three times in a minute, and tells every client', () => {
    const { supervisor, started, told, latest } = supervised();

    for (const _time of [1, 2, 3]) latest().exit('exit code 1');

    const refusal = supervisor.connect('port', { actor: 'Ada', can: 'write' });
    expect(started).toHaveLength(3);
    expect(told.at(-1)).toEqual(['gave up', 'exit code 1']);
    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', where: 'exit code 1' });
  });

  it('does not give up on one that dies now and then', () => {
    const { started, latest, pass } = supervised();

    for (const _time of [1, 2, 3, 4, 5]) {
      latest().exit('exit code 1');
      pass(40_000);
    }

    expect(started).toHaveLength(6);
  });

  it('lets the core end its work, and does not start it again', async () => {
    const { supervisor, started, latest, told } = supervised();

    const closed = supervisor.close(1_000);
    const sameEnd = supervisor.close(1_000);
    latest().exit('it ended');
    await closed;
    await sameEnd;

    expect(latest().sent.at(-1)?.[0]).toEqual({ type: 'close' });
    expect([started.length, told, latest().killed]).toEqual([1, [], false]);
  });

  it('kills a core that does not end', async () => {
    const { supervisor, latest } = supervised();

    await supervisor.close(1);

    expect(latest().killed).toBe(true);
  });

  it('has nothing to close after it gave up', async () => {
    const { supervisor, latest } = supervised();
    for (const _time of [1, 2, 3]) latest().exit('exit code 1');

    await supervisor.close(60_000);

    expect(latest().sent.map(([message]) => message.type)).toEqual(['open']);
  });

  it('makes the file that was asked for until it was there once, and never again', () => {
    const create = { name: 'Q3', zone: Zone.parse('Europe/Berlin'), sample: true };
    const { latest } = supervised({ ...WORKSPACE, create });
    const asked = () => latest().sent[0]?.[0];

    latest().exit('crashed before it was made');
    expect(asked()).toMatchObject({ type: 'open', workspace: { create } });
    latest().say({ type: 'opened', file: WORKSPACE.file });
    latest().exit('crashed');

    expect(asked()).toMatchObject({ type: 'open', workspace: { file: WORKSPACE.file, create: null } });
  });
});
