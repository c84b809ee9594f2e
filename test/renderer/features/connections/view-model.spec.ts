import { describe, expect, it } from 'vitest';
import { failureOfRun } from '../../../../renderer/features/connections/run-failure.ts';
import {
  kindLabel,
  nextRunText,
  progressText,
  rowsByKind,
  runText,
  scheduleText,
  skewText,
  totalRows,
  withProgress,
} from '../../../../renderer/features/connections/view-model.ts';
import type { SyncProgress } from '../../../../shared/contract/sync.ts';
import type { SyncRun } from '../../../../shared/model/connection.ts';
import { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant, Zone } from '../../../../shared/model/time.ts';
import { connectionHealth } from '../../../support/connection-health.ts';

const NOW = instant(1_800_000_000_000);
const UTC = Zone.parse('UTC');
const connectionId = ConnectionId.parse('connection-1');

function progress(changes: Partial<SyncProgress> = {}): SyncProgress {
  return {
    connectionId,
    runId: 'run-1',
    state: 'running',
    reading: 'acme/shop pull requests',
    pages: 3,
    rows: 1_200,
    pending: 9,
    waitingUntil: null,
    ...changes,
  };
}

function run(changes: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run-1',
    connectionId,
    trigger: 'hand',
    state: 'succeeded',
    startedAt: NOW,
    finishedAt: NOW,
    pages: 1,
    rows: { commit: 2 },
    droppedCount: 0,
    dropped: [],
    errorCode: null,
    errorMessage: null,
    errorRemedy: null,
    ...changes,
  };
}

describe('renderer/features/connections/view-model', () => {
  it('adds rows up, and lists the kinds that have some, most first', () => {
    const rows = { commit: 5, job: 0, 'pull-request': 9, deployment: 5 };

    expect(totalRows(rows)).toBe(19);
    expect(rowsByKind(rows)).toEqual([
      ['pull-request', 9],
      ['commit', 5],
      ['deployment', 5],
    ]);
  });

  it.each([
    ['pipeline-run', 'pipeline runs'],
    ['person', 'people'],
    ['job', 'jobs'],
  ])('calls %s %s', (kind, label) => {
    expect(kindLabel(kind)).toBe(label);
  });

  it.each([
    [{ nextRunAt: instant(NOW + 3 * 60_000) }, 'in 3 min'],
    [{ nextRunAt: instant(NOW - 1) }, 'any moment'],
    [{ nextRunAt: instant(NOW - 1), state: 'waiting' as const }, 'once there is a network'],
    [{ nextRunAt: null }, 'paused'],
    [{ state: 'running' as const }, 'running now'],
    [{ simulated: true }, 'never, it is simulated'],
  ])('says when the next sync is (case %#)', (changes, text) => {
    expect(nextRunText(connectionHealth(changes), NOW, UTC)).toBe(text);
  });

  it('says of one without a schedule that it is synced by hand only', () => {
    const { connection } = connectionHealth();

    expect(nextRunText(connectionHealth({ connection: { ...connection, everyMinutes: null } }), NOW, UTC)).toBe(
      'by hand only',
    );
  });

  it.each([
    [null, 'by hand only'],
    [15, 'every 15 minutes'],
    [60, 'every hour'],
    [90, 'every 90 minutes'],
    [360, 'every 6 hours'],
    [1_440, 'every day'],
    [2_880, 'every 2 days'],
  ])('writes a schedule of %s minutes as %s', (minutes, text) => {
    expect(scheduleText(minutes)).toBe(text);
  });

  it('tells how far a sync is', () => {
    expect(progressText(progress(), NOW)).toEqual({
      text: 'Reading acme/shop pull requests: 3 pages, 1,200 rows.',
      percent: 25,
    });
  });

  it('tells for how long a provider asked to wait', () => {
    const waiting = { state: 'waiting' as const, waitingUntil: instant(NOW + 5 * 60_000) };

    expect(progressText(progress(waiting), NOW).text).toBe(
      'The provider asked to wait for 5 min. So far 3 pages, 1,200 rows.',
    );
    expect(progressText(progress({ ...waiting, waitingUntil: NOW }), NOW).text).toContain('a moment longer');
  });

  it('knows no share where nothing is known to be left', () => {
    expect(progressText(progress({ pages: 0, pending: 0 }), NOW).percent).toBeNull();
  });

  it('sums a pass up, with what it dropped', () => {
    expect([runText(run()), runText(run({ pages: 2, droppedCount: 1 }))]).toEqual([
      '1 page, 2 rows',
      '2 pages, 2 rows, 1 row dropped',
    ]);
  });

  it.each([
    [0, null],
    [119_999, null],
    [120_000, "The provider's clock is 2 min ahead of this machine's: ages may look wrong."],
    [-7_200_000, "The provider's clock is 2 h behind this machine's: ages may look wrong."],
  ])('speaks of a clock that is off by %d ms', (skew, text) => {
    expect(skewText(skew)).toBe(text);
  });

  it('shows why a pass failed, with its remedy, and nothing for one that did not', () => {
    const failed = run({
      state: 'failed',
      errorCode: 'PROVIDER_TLS',
      errorMessage: 'The certificate is its own.',
      errorRemedy: 'Trust it.',
    });

    expect(failureOfRun(failed)).toEqual({
      code: 'PROVIDER_TLS',
      message: 'The certificate is its own.',
      where: null,
      remedy: 'Trust it.',
    });
    expect(failureOfRun(run({ state: 'failed' }))).toMatchObject({
      code: 'INTERNAL',
      message: 'The last sync failed.',
    });
    expect(failureOfRun(run())).toBeNull();
  });

  it('keeps the running syncs by connection and forgets the finished', () => {
    const running = withProgress(new Map(), progress());
    const further = withProgress(running, progress({ pages: 4 }));

    expect(further.get(connectionId)?.pages).toBe(4);
    expect(running.get(connectionId)?.pages).toBe(3);
    expect(withProgress(further, progress({ state: 'finished' })).size).toBe(0);
  });
});
