import { describe, expect, it } from 'vitest';
import { summariseSync } from '../../../renderer/app/sync-summary.ts';
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import { instant, Zone } from '../../../shared/model/time.ts';
import { connectionHealth } from '../../support/connection-health.ts';

const NOW = instant(1_800_000_000_000);
const UTC = Zone.parse('UTC');
const ago = (minutes: number) => instant(NOW - minutes * 60_000);
const ok = (minutes: number) => connectionHealth({ state: 'ok', lastSuccessAt: ago(minutes) });

describe('renderer/app/sync-summary', () => {
  it.each<[string, ConnectionHealth[], string]>([
    ['no connection', [], 'No connections'],
    ['only simulated facts', [connectionHealth({ simulated: true })], 'Simulated facts only'],
    ['one that never synced', [connectionHealth()], 'Never synced'],
    ['the newest of several', [ok(90), ok(3)], 'Synced 3 min ago'],
    ['one that runs', [ok(3), connectionHealth({ state: 'running' })], 'Syncing 1 connection'],
    ['one that fails among good ones', [ok(3), connectionHealth({ state: 'failing' })], '1 failing, synced 3 min ago'],
    ['one that fails and never synced', [connectionHealth({ state: 'failing' })], '1 failing, never synced'],
    ['one that waits', [ok(3), connectionHealth({ state: 'waiting' })], 'Waiting, synced 3 min ago'],
    ['a simulated one beside a real one', [connectionHealth({ simulated: true }), ok(3)], 'Synced 3 min ago'],
  ])('tells of %s', (_what, healths, text) => {
    expect(summariseSync(healths, NOW, UTC).text).toBe(text);
  });

  it('shows a failure before everything but a running sync', () => {
    const tone = (healths: ConnectionHealth[]) => summariseSync(healths, NOW, UTC).look.tone;

    expect(tone([ok(3), connectionHealth({ state: 'failing' }), connectionHealth({ state: 'waiting' })])).toBe(
      'danger',
    );
    expect(tone([ok(3)])).toBe('success');
  });
});
