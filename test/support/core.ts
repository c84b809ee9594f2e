import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bindSecret, unbindSecret } from '../../electron/core/bound-secret.ts';
import { type Core, type CoreOptions, openCore } from '../../electron/core/core.ts';
import type { HostServices } from '../../electron/core/host-services.ts';
import type { Settings } from '../../shared/contract/workspace.ts';
import type { Zone } from '../../shared/model/time.ts';
import { type TestEnv, testEnv } from './env.ts';

/** A host that keeps secrets and settings in memory. */
export function testHost(): HostServices {
  const secrets = new Map<string, string>();
  let settings: Settings = { theme: 'system', density: 'comfortable', displayZone: null, lastVisit: {} };
  return {
    kind: 'test',
    versions: { signalbox: '0.0.0-test', electron: null },
    secrets: {
      keptIn: 'memory',
      get: async (id, origin) => {
        const kept = secrets.get(id);
        return kept === undefined ? null : unbindSecret(kept, origin);
      },
      set: async (id, origin, secret) => {
        secrets.set(id, bindSecret(origin, secret));
      },
      remove: async (id) => {
        secrets.delete(id);
      },
    },
    settings: {
      read: async () => settings,
      write: async (changes) => {
        const defined = Object.entries(changes).filter(([, value]) => value !== undefined);
        settings = { ...settings, ...Object.fromEntries(defined) };
        return settings;
      },
    },
  };
}

export interface TestCore {
  readonly core: Core;
  readonly client: Core['client'];
  readonly env: TestEnv;
  readonly folder: string;
  readonly file: string;
  /** Closes the core and removes its folder. */
  readonly end: () => Promise<void>;
}

/** A folder of this test's own, under the system's temporary folder. */
export function testFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'signalbox-test-'));
}

/** A real core on a real, new workspace file, with a clock and ids that the test controls. */
export async function testCore(options: Partial<CoreOptions> = {}): Promise<TestCore> {
  const folder = testFolder();
  const file = path.join(folder, 'test.signalbox');
  const env = testEnv();
  const create = { name: 'Test', zone: 'Europe/Berlin' as Zone };
  const defaults = { file, mode: 'write', create, env, host: testHost(), schedule: false, actor: 'Ada' } as const;
  const core = await openCore({ ...defaults, ...options });
  const end = async () => {
    await core.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { core, client: core.client, env, folder, file, end };
}
