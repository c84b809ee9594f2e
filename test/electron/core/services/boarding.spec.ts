import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../electron/core/db/database.ts';
import { openReadable } from '../../../../electron/core/db/open-readable.ts';
import { candidatesOf, LARGEST_GATHERING } from '../../../../electron/core/services/boarding.ts';
import type { ConnectionId, ReleaseId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/boarding', () => {
  let test: TestCore;
  let jira: ConnectionId;
  beforeEach(async () => {
    test = await testCore();
    jira = (await test.client.connections.add(jiraPlan())).id;
  });
  afterEach(() => test.end());

  async function releaseWith(boarding: unknown[], projects: unknown[] = []): Promise<ReleaseId> {
    const { id } = await test.client.trains.create(biweeklyPlan({ boarding, projects }));
    const { created } = await test.client.trains.generate({ id, from: day('2026-12-15'), to: day('2026-12-15') });
    if (created[0] === undefined) throw new Error('no release');
    return created[0];
  }

  /** One more than are gathered. */
  function many(project: string, changes: Parameters<typeof workItem>[2]) {
    return Array.from({ length: LARGEST_GATHERING + 1 }, (_, n) => workItem(jira, `${project}-${n}`, changes));
  }

  it('names each item once, by the first rule that names it, in the order of their keys', async () => {
    writeFacts(test.file, [
      workItem(jira, 'PAY-10', { labels: ['train'], versions: ['Payments 2026.51'] }),
      workItem(jira, 'PAY-9', { labels: ['train'] }),
    ]);
    const id = await releaseWith([
      { by: 'version', pattern: '{release}' },
      { by: 'label', pattern: 'tr?in' },
    ]);

    const candidates = await test.client.releases.candidates({ id });

    expect(candidates.map(({ key, rule }) => [key, rule])).toEqual([
      ['PAY-9', 'label tr?in'],
      ['PAY-10', 'version Payments 2026.51'],
    ]);
  });

  it('tells of each item how it stands, so that nobody boards blindly', async () => {
    writeFacts(test.file, [
      workItem(jira, 'PAY-1', {
        versions: ['Payments 2026.51'],
        originalStatus: "Won't Do",
        category: 'done',
        assignee: 'Grace',
      }),
    ]);
    const id = await releaseWith([{ by: 'version', pattern: '{release}' }]);

    const [candidate] = await test.client.releases.candidates({ id });

    expect(candidate).toMatchObject({
      key: 'PAY-1',
      originalStatus: "Won't Do",
      category: 'done',
      assignee: 'Grace',
      updatedAt: expect.any(Number),
      simulated: false,
    });
  });

  it('takes the wildcards of a release name for themselves', async () => {
    writeFacts(test.file, [workItem(jira, 'PAY-1', { versions: ['Anything'] })]);
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ boarding: [{ by: 'version', pattern: '{release}' }] }),
    );
    const { id } = await test.client.releases.add({ trainId, name: '*', day: day('2026-12-15') });

    expect(await test.client.releases.candidates({ id })).toEqual([]);
  });

  it('finds the few of a linked project among more that carry the tag elsewhere than are gathered', async () => {
    writeFacts(test.file, [
      ...many('OTHER', { labels: ['backend'] }),
      workItem(jira, 'PAY-1', { labels: ['backend'], versions: ['1.0'] }),
      workItem(jira, 'PAY-2', { labels: ['frontend'] }),
    ]);
    const rules = [
      { by: 'query', text: 'label:backend,api project:PAY' },
      { by: 'label', pattern: 'back*' },
      { by: 'version', pattern: '1.*' },
    ];
    const id = await releaseWith(rules, [{ connectionId: jira, key: 'PAY' }]);

    const candidates = await test.client.releases.candidates({ id });

    expect(candidates.map(({ key, rule }) => [key, rule])).toEqual([['PAY-1', 'query label:backend,api project:PAY']]);
  }, 30_000);

  it('asks the tags only of the linked projects, on the right connection', async () => {
    const other = (await test.client.connections.add(jiraPlan({ name: 'Other' }))).id;
    writeFacts(test.file, [
      workItem(jira, 'PAY-1', { labels: ['train'] }),
      workItem(jira, 'WEB-1', { labels: ['train'] }),
      workItem(jira, 'OPS-1', { labels: ['train'] }),
      workItem(other, 'PAY-1', { labels: ['train'] }),
    ]);
    const projects = ['PAY', 'WEB'].map((key) => ({ connectionId: jira, key }));
    const id = await releaseWith([{ by: 'label', pattern: 'train' }], projects);

    const candidates = await test.client.releases.candidates({ id });

    expect(candidates.map(({ workItemId }) => workItemId)).toEqual([
      `${jira}:work-item:PAY-1`,
      `${jira}:work-item:WEB-1`,
    ]);
  });

  it('reads the linked projects once, however many rules look at all of them', async () => {
    writeFacts(test.file, many('PAY', {}).slice(1));
    const rules = Array.from({ length: 12 }, (_, n) => ({ by: 'query', text: `type:Story PAY-${n + 1}00` }));
    const id = await releaseWith(rules, [{ connectionId: jira, key: 'PAY' }]);
    const { release } = await test.client.releases.get({ id });
    const train = await test.client.trains.get({ id: release.trainId });
    const db = openReadable(test.file);
    const asked: string[] = [];
    const counting: ReadDb = {
      ...db,
      all: (query) => {
        asked.push(query.text);
        return db.all(query);
      },
    };

    const candidates = candidatesOf(counting, train, release);
    db.close();

    expect(candidates.some(({ key, rule }) => key === 'PAY-1200' && rule === 'query type:Story PAY-1200')).toBe(true);
    expect(asked.filter((text) => text.includes('fact_work_item'))).toHaveLength(1);
  }, 30_000);

  it.each([
    {
      what: 'a query over everything, without linked projects',
      boarding: [{ by: 'query', text: 'refund' }],
      linked: false,
      message: 'The boarding rule “refund” would have to look at every work item.',
      remedy: 'Name a version or a label in it, or link the train to its projects.',
    },
    {
      what: 'a query over more tickets of the linked projects than are gathered',
      boarding: [{ by: 'query', text: 'refund' }],
      linked: true,
      message: 'The boarding rule “refund” has to look at more than 20,000 work items of the linked projects.',
      remedy: 'Name a version or a label in it, or link fewer projects to the train.',
    },
    {
      what: 'a label that more tickets carry than are gathered',
      boarding: [{ by: 'label', pattern: 'backend' }],
      linked: false,
      message: 'More than 20,000 work items carry the labels and versions that the train’s boarding rules name.',
      remedy: 'Name them more narrowly, or link the train to its projects.',
    },
    {
      what: 'a label that more tickets of the linked projects carry than are gathered',
      boarding: [{ by: 'label', pattern: 'backend' }],
      linked: true,
      message: 'More than 20,000 work items carry the labels and versions that the train’s boarding rules name.',
      remedy: 'Name them more narrowly, or link fewer projects to it.',
    },
  ])(
    'refuses rather than answers in part: $what',
    async ({ boarding, linked, message, remedy }) => {
      writeFacts(test.file, many('PAY', { labels: ['backend'] }));
      const id = await releaseWith(boarding, linked ? [{ connectionId: jira, key: 'PAY' }] : []);

      const failure = await test.client.releases.candidates({ id }).catch((error: unknown) => error);

      expect(failure).toMatchObject({ code: 'TOO_LARGE', message, data: { where: 'boarding', remedy } });
    },
    30_000,
  );
});
