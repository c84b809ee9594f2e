import { describe, expect, it } from 'vitest';
import * as schema from '../../../../../electron/core/connectors/github/schema.ts';
import { webhookExamples } from '../../../../support/github-pages.ts';

const cases = [
  ['pull_request', 'pull_request', schema.Pull],
  ['pull_request_review', 'review', schema.Review],
  ['issues', 'issue', schema.Issue],
  ['release', 'release', schema.Release],
  ['milestone', 'milestone', schema.Milestone],
  ['deployment', 'deployment', schema.Deployment],
  ['deployment_status', 'deployment_status', schema.DeploymentStatus],
  ['workflow_run', 'workflow_run', schema.Run],
  ['workflow_job', 'workflow_job', schema.Job],
] as const;

describe('electron/core/connectors/github/schema', () => {
  it.each(cases)('reads every example that GitHub gives of %s', (event, field, shape) => {
    const payloads = webhookExamples(event)
      .map((example) => example[field])
      // A few examples are of an age when webhooks said less than the REST API does: those have no state.
      .filter((payload) => payload && (event !== 'issues' || Object.hasOwn(payload, 'state')));

    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) expect(shape.safeParse(payload).error).toBeUndefined();
  });

  it('needs little and forgives much', () => {
    expect(schema.User.parse({ login: 'ghost', html_url: 'javascript:x' })).toEqual({ login: 'ghost', html_url: null });
    expect(schema.Tag.safeParse({ name: '', commit: { sha: 'a' } }).success).toBe(false);
    expect(schema.Job.parse({ id: '7', run_id: 8, name: 'x', status: 'queued' })).toMatchObject({
      id: '7',
      run_id: '8',
    });
    expect(schema.Pull.safeParse({ number: 1 }).success).toBe(false);
  });
});
