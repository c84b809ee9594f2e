import { describe, expect, it } from 'vitest';
import { deploymentEnd, outcomeOf } from '../../../../../electron/core/connectors/github/outcome.ts';
import { DeploymentStatus } from '../../../../../electron/core/connectors/github/schema.ts';

describe('electron/core/connectors/github/outcome outcomeOf', () => {
  it.each([
    ['completed', 'success', 'success'],
    ['completed', 'neutral', 'success'],
    ['completed', 'failure', 'failure'],
    ['completed', 'timed_out', 'failure'],
    ['completed', 'startup_failure', 'failure'],
    ['completed', 'cancelled', 'cancelled'],
    ['completed', 'skipped', 'skipped'],
    ['completed', 'action_required', 'unknown'],
    ['completed', 'stale', 'unknown'],
    ['completed', null, 'unknown'],
    ['queued', null, 'running'],
    ['in_progress', null, 'running'],
    ['waiting', undefined, 'running'],
    [null, null, 'running'],
  ])('%s with %s is %s', (status, conclusion, outcome) => {
    expect(outcomeOf(status, conclusion)).toBe(outcome);
  });
});

describe('electron/core/connectors/github/outcome deploymentEnd', () => {
  const status = (id: number, state: string, at: string) =>
    DeploymentStatus.parse({ id, state, created_at: `2026-03-03T${at}Z`, log_url: `https://ci.example/${id}` });
  const at = (time: string) => Date.parse(`2026-03-03T${time}Z`);

  it.each([
    ['none at all', [], 'pending', 'running', null],
    [
      'still going',
      [status(1, 'queued', '10:00:00'), status(2, 'in_progress', '10:01:00')],
      'in_progress',
      'running',
      null,
    ],
    [
      'a success',
      [status(2, 'success', '10:01:00'), status(1, 'in_progress', '10:00:00')],
      'success',
      'success',
      '10:01:00',
    ],
    ['a failure', [status(1, 'failure', '10:00:00')], 'failure', 'failure', '10:00:00'],
    ['an error', [status(1, 'error', '10:00:00')], 'error', 'failure', '10:00:00'],
    [
      'replaced after a success',
      [status(1, 'success', '10:00:00'), status(2, 'inactive', '12:00:00')],
      'inactive',
      'success',
      '10:00:00',
    ],
    [
      'failed, tried again, good',
      [status(1, 'failure', '10:00:00'), status(2, 'success', '11:00:00')],
      'success',
      'success',
      '11:00:00',
    ],
    [
      'in the same second, by id',
      [status(2, 'success', '10:00:00'), status(1, 'failure', '10:00:00')],
      'success',
      'success',
      '10:00:00',
    ],
    ['only replaced', [status(1, 'inactive', '10:00:00')], 'inactive', 'unknown', null],
    ['a state of tomorrow', [status(1, 'paused', '10:00:00')], 'paused', 'unknown', null],
  ])('%s', (_what, statuses, originalStatus, outcome, finished) => {
    expect(deploymentEnd(statuses)).toMatchObject({
      originalStatus,
      outcome,
      finishedAt: finished === null ? null : at(finished),
    });
  });
});
