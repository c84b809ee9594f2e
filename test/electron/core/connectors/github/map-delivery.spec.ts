import { describe, expect, it } from 'vitest';
import { mapDeployment, mapJobs, mapRuns } from '../../../../../electron/core/connectors/github/map-delivery.ts';
import { DeploymentStatus, Job, Run } from '../../../../../electron/core/connectors/github/schema.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { factsOf, githubReader, webhookExamples } from '../../../../support/github-pages.ts';

const shop = shopRepository();
const run = (changes: object) => Run.parse({ ...shop.runs[0], ...changes });
const job = (changes: object) => Job.parse({ ...shop.runJobs.get(9001)?.[0], ...changes });

describe('electron/core/connectors/github/map-delivery', () => {
  it.each([
    ['Deploy shop', 'success', 1],
    ['deploy', 'success', 1],
    ['Deploy shop', 'failure', 0],
    ['Deploy shop', null, 0],
    ['CI', 'success', 0],
  ])('a run of “%s” that ends in %s makes %i deployments', (name, conclusion, count) => {
    const status = conclusion === null ? 'in_progress' : 'completed';
    const facts = mapRuns([run({ name, status, conclusion })], githubReader());

    expect(factsOf('pipeline-run', facts)).toHaveLength(1);
    expect(factsOf('deployment', facts)).toHaveLength(count);
  });

  it('counts each attempt of a deploying run as a deployment of its own', () => {
    const facts = mapRuns(
      [run({ name: 'Deploy', run_attempt: 1 }), run({ name: 'Deploy', run_attempt: 2 })],
      githubReader(),
    );

    expect(factsOf('deployment', facts).map(({ id }) => id)).toEqual([
      'gh:deployment:acme/shop:run-9001.1',
      'gh:deployment:acme/shop:run-9001.2',
    ]);
  });

  it('names a run without a name by its file', () => {
    expect(mapRuns([run({ name: null })], githubReader())).toMatchObject([{ name: '.github/workflows/ci.yml' }]);
    expect(mapRuns([run({ name: '', path: undefined })], githubReader())).toMatchObject([{ name: 'workflow' }]);
  });

  it('counts a deploying job, but not again when its whole workflow counts', () => {
    const alone = mapJobs([job({ name: 'deploy to eu', workflow_name: 'CI' })], githubReader());
    const within = mapJobs([job({ name: 'deploy to eu', workflow_name: 'Deploy' })], githubReader());

    expect(factsOf('deployment', alone)).toMatchObject([
      {
        id: 'gh:deployment:acme/shop:job-9101',
        environment: 'production',
        production: true,
        originalStatus: 'success of deploy to eu',
        sha: 'c2'.repeat(20),
        createdAt: Date.parse('2026-03-02T08:46:05Z'),
        finishedAt: Date.parse('2026-03-02T08:48:00Z'),
      },
    ]);
    expect(factsOf('deployment', within)).toEqual([]);
  });

  it('reads GitHub’s own examples of a run and a job', () => {
    const completed = webhookExamples('workflow_run').find(
      ({ workflow_run: run }) => Run.parse(run).conclusion === 'success',
    );
    const done = webhookExamples('workflow_job').find(({ action }) => action === 'completed');

    const [ofRun] = mapRuns([Run.parse(completed?.workflow_run)], githubReader());
    const [ofJob] = mapJobs([Job.parse(done?.workflow_job)], githubReader());

    expect(ofRun).toMatchObject({ kind: 'pipeline-run', outcome: 'success', originalStatus: 'success' });
    expect(ofJob).toMatchObject({
      kind: 'job',
      outcome: 'failure',
      startedAt: Date.parse('2021-08-05T10:34:58Z'),
      finishedAt: Date.parse('2021-08-05T10:38:16Z'),
    });
  });

  it('makes a deployment of its statuses and of what the request says of it', () => {
    const example = webhookExamples('deployment_status')[0];
    const status = DeploymentStatus.parse(example?.deployment_status);
    const params = { id: '7', sha: 'abc', environment: 'Production', ref: null, createdAt: 1_000 };

    expect(mapDeployment([status], githubReader(params))).toMatchObject([
      {
        id: 'gh:deployment:acme/shop:7',
        environment: 'Production',
        production: true,
        sha: 'abc',
        ref: null,
        outcome: 'success',
        createdAt: 1_000,
        finishedAt: Date.parse('2019-05-15T15:20:55Z'),
      },
    ]);
    expect(mapDeployment([status], githubReader({ id: '7' }))).toEqual([]);
  });
});
