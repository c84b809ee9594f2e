import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_GATHERING } from '../../../../electron/core/services/boarding.ts';
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

  it('takes the wildcards of a release name for themselves', async () => {
    writeFacts(test.file, [workItem(jira, 'PAY-1', { versions: ['Anything'] })]);
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ boarding: [{ by: 'version', pattern: '{release}' }] }),
    );
    const { id } = await test.client.releases.add({ trainId, name: '*', day: day('2026-12-15') });

    expect(await test.client.releases.candidates({ id })).toEqual([]);
  });

  it.each([
    ['a query over everything, without linked projects', []],
    ['more tickets than are gathered', [{ connectionId: 'c', key: 'PAY' }]],
  ])(
    'refuses rather than answers in part: %s',
    async (_, projects) => {
      const linked = projects.map((project) => ({ ...project, connectionId: jira }));
      if (linked.length > 0)
        writeFacts(
          test.file,
          Array.from({ length: LARGEST_GATHERING + 1 }, (_one, n) => workItem(jira, `PAY-${n}`)),
        );
      const id = await releaseWith([{ by: 'query', text: 'refund' }], linked);

      const failure = await test.client.releases.candidates({ id }).catch((error: unknown) => error);

      expect(failure).toMatchObject({
        code: 'TOO_LARGE',
        data: { where: 'boarding', remedy: expect.stringContaining('label') },
      });
    },
    30_000,
  );
});
