import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/system', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('lists every procedure with its kind and schemas', async () => {
    const procedures = await test.client.system.procedures({});

    const move = procedures.find(({ name }) => name === 'releases.move');
    expect(procedures.length).toBeGreaterThan(40);
    expect(move).toMatchObject({
      kind: 'command',
      input: { type: 'object', required: ['id', 'day'], additionalProperties: false },
      output: { properties: { milestonesMoved: { type: 'integer' } } },
    });
    expect(procedures.every(({ summary }) => /^[A-Z].*\.$/.test(summary))).toBe(true);
  });

  it('says which versions run', async () => {
    const versions = await test.client.system.versions({});

    expect(versions).toMatchObject({
      host: 'test',
      node: process.versions.node,
      sqlite: expect.stringMatching(/^3\./),
    });
  });

  it('finds nothing wrong with a new workspace', async () => {
    const checks = await test.client.system.doctor({});

    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks.map((check) => check.name)).toEqual([
      'Node',
      'Workspace file',
      'Access',
      'Room on the disk',
      'Secrets',
      'Syncs',
    ]);
  });

  it('finds the connection whose secret is missing', async () => {
    await test.client.connections.add(jiraPlan());

    const checks = await test.client.system.doctor({});

    expect(checks.find((check) => check.name === 'Secrets')).toMatchObject({ ok: false, found: 'none for Jira' });
  });

  it('tells a follower what moved, once it is connected', async () => {
    const abort = new AbortController();
    const changes = await test.client.system.changes({}, { signal: abort.signal });
    const connected = await changes.next();

    await test.client.trains.create(biweeklyPlan());
    const moved = await changes.next();
    abort.abort();
    const ended = await changes.next().catch((error: unknown) => error);

    expect(connected.value).toEqual({ seq: 0, topics: [] });
    expect(moved.value).toEqual({ seq: 1, topics: ['train', 'journal'] });
    expect(ended).toMatchObject({ code: 'CANCELLED' });
  });

  it('tells nothing of a command that failed', async () => {
    const abort = new AbortController();
    const changes = await test.client.system.changes({}, { signal: abort.signal });
    await changes.next();

    await test.client.trains.create(biweeklyPlan({ releaseName: '{bad}' })).catch(() => undefined);
    await test.client.trains.create(biweeklyPlan());
    const moved = await changes.next();
    abort.abort();

    expect(moved.value).toMatchObject({ seq: 1 });
  });
});
