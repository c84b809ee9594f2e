import { describe, expect, it } from 'vitest';
import { sampleFactsAt } from '../../../../electron/core/services/sample-facts.ts';
import { factKinds } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { SampleDelivery } from '../../../../shared/model/sample.ts';
import { instant } from '../../../../shared/model/time.ts';

const connectionId = 'connection-1' as ConnectionId;

const delivery = SampleDelivery.parse({
  seed: 1,
  connection: 'Simulated delivery',
  statuses: [
    { name: 'To Do', category: 'new' },
    { name: 'In Progress', category: 'active' },
    { name: 'Done', category: 'done' },
  ],
  people: [{ login: 'ada', name: 'Ada' }],
  projects: [
    {
      train: 'chrome',
      key: 'CHR',
      name: 'Web client',
      repository: 'harbour/web',
      workItems: [
        {
          number: 1,
          title: 'Check printing',
          type: 'Task',
          priority: 'High',
          assignee: 'Ada',
          labels: ['customer'],
          points: 3,
          steps: [
            { at: 1_000, status: 'To Do', by: 'Ada' },
            { at: 2_000, status: 'In Progress', by: 'Ada' },
            { at: 3_000, status: 'Done', by: 'Ada' },
          ],
          versions: [
            { at: 1_500, name: 'Chrome 1' },
            { at: 2_500, name: 'Chrome 2' },
          ],
        },
      ],
      pullRequests: [
        {
          number: 7,
          title: 'CHR-1: Check printing',
          author: 'ada',
          branch: 'chr-1',
          mergeSha: 'a'.repeat(40),
          additions: 10,
          deletions: 2,
          createdAt: 2_100,
          mergedAt: 2_900,
          closedAt: null,
        },
      ],
      deployments: [
        {
          environment: 'production',
          production: true,
          sha: 'a'.repeat(40),
          outcome: 'success',
          createdAt: 4_000,
          finishedAt: 5_000,
        },
      ],
    },
  ],
});

function at(now: number) {
  const facts = sampleFactsAt(delivery, { connectionId, now: instant(now) });
  return {
    item: facts.find((fact) => fact.kind === 'work-item'),
    pull: facts.find((fact) => fact.kind === 'pull-request'),
    deployment: facts.find((fact) => fact.kind === 'deployment'),
    transitions: facts.filter((fact) => fact.kind === 'transition').length,
  };
}

describe('electron/core/services/sample-facts', () => {
  it.each([
    { now: 999, item: undefined, transitions: 0 },
    {
      now: 1_000,
      item: { originalStatus: 'To Do', category: 'new', versions: [], assignee: null, updatedAt: 1_000 },
      transitions: 0,
    },
    {
      now: 1_700,
      item: { originalStatus: 'To Do', versions: ['Chrome 1'], updatedAt: 1_500, doneAt: null },
      transitions: 0,
    },
    {
      now: 2_700,
      item: { originalStatus: 'In Progress', category: 'active', versions: ['Chrome 2'], assignee: 'Ada' },
      transitions: 1,
    },
    { now: 9_000, item: { originalStatus: 'Done', category: 'done', doneAt: 3_000, updatedAt: 3_000 }, transitions: 2 },
  ])('a ticket is at $now what it was by then', ({ now, item, transitions }) => {
    const seen = at(now);

    if (item === undefined) expect(seen.item).toBeUndefined();
    else expect(seen.item).toMatchObject(item);
    expect(seen.transitions).toBe(transitions);
  });

  it('a pull request is merged and a deployment ended only when that time has come', () => {
    expect(at(2_000).pull).toBeUndefined();
    expect(at(2_500).pull).toMatchObject({ state: 'open', mergeSha: null, mergedAt: null, updatedAt: 2_100 });
    expect(at(2_900).pull).toMatchObject({ state: 'merged', mergeSha: 'a'.repeat(40), closedAt: 2_900 });
    expect(at(3_999).deployment).toBeUndefined();
    expect(at(4_500).deployment).toMatchObject({ outcome: 'running', originalStatus: 'in_progress', finishedAt: null });
    expect(at(5_000).deployment).toMatchObject({ outcome: 'success', finishedAt: 5_000, production: true });
  });

  it('gives whole facts under ids of the connection', () => {
    const facts = sampleFactsAt(delivery, { connectionId, now: instant(9_000) });

    for (const { kind, ...fact } of facts) {
      expect(factKinds[kind].safeParse({ ...fact, fetchedAt: 9_000 }).error).toBeUndefined();
      expect(fact.id.startsWith(`${connectionId}:${kind}:`)).toBe(true);
    }
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });
});
