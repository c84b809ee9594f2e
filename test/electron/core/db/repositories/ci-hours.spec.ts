import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '../../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../../support/core.ts';
import { job, pipelineRun, workItem, writeFacts } from '../../../../support/facts.ts';
import { jiraPlan, teamPlan } from '../../../../support/plans.ts';

describe('electron/core/db/repositories/ci-hours', () => {
  let core: TestCore;
  afterEach(() => core.end());

  it('adds up how long CI worked: jobs, else runs, and says what it does not know', async () => {
    core = await testCore();
    const jira = (await core.client.connections.add(jiraPlan())).id;
    const projects = [{ connectionId: jira, key: 'PAY' }];
    const { id: teamId } = await core.client.catalogue.addTeam(teamPlan({ projects }));
    const [friday, before] = ['2026-11-20T10:00:00Z', '2026-11-08T10:00:00Z'];
    writeFacts(core.file, [
      workItem(jira, 'PAY-1', {
        category: 'done',
        doneAt: instant(Date.parse(friday)),
        updatedAt: instant(Date.parse(friday)),
      }),
      // Two jobs at once, of 30 and 60 minutes, in a run of 60.
      pipelineRun(jira, 1, friday, { minutes: 60 }),
      job(jira, 1, 'build', friday, 30),
      job(jira, 1, 'test', friday, 60),
      // No jobs, 15 minutes; no jobs and no end; before the two weeks; of another project.
      pipelineRun(jira, 2, friday, { minutes: 15 }),
      pipelineRun(jira, 3, friday, { minutes: null }),
      pipelineRun(jira, 4, before, { minutes: 600 }),
      pipelineRun(jira, 5, friday, { minutes: 600, projectKey: 'WEB' }),
    ]);

    expect(await core.client.capacity.ciUse({ teamId, weeks: 2 })).toEqual({
      from: '2026-11-09',
      to: '2026-11-22',
      runs: 3,
      hours: 1.75,
      withoutJobs: 1,
      leftOut: 1,
      finished: 1,
    });
  });
});
