import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalSecrets, secretVariable } from '../../../electron/hosts/local-secrets.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { testFolder } from '../../support/core.ts';

const CONNECTION = 'connection-1a:b' as ConnectionId;

describe('electron/hosts/local-secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('names the variable of a connection', () => {
    expect(secretVariable(CONNECTION)).toBe('SIGNALBOX_SECRET_CONNECTION_1A_B');
  });

  it('takes the environment before what was saved', async () => {
    const saved = openLocalSecrets(folder, {});
    await saved.set(CONNECTION, 'from the file');

    const given = openLocalSecrets(folder, { SIGNALBOX_SECRET_CONNECTION_1A_B: 'from the environment' });

    expect(await saved.get(CONNECTION)).toBe('from the file');
    expect(await given.get(CONNECTION)).toBe('from the environment');
  });

  it('takes an empty variable for none', async () => {
    const secrets = openLocalSecrets(folder, { SIGNALBOX_SECRET_CONNECTION_1A_B: '' });

    expect(await secrets.get(CONNECTION)).toBeNull();
  });

  it('says where secrets are kept, in words for people', () => {
    const { keptIn } = openLocalSecrets(folder, {});

    expect(keptIn).toMatch(/mode 0600/);
    expect(keptIn).toMatch(/SIGNALBOX_SECRET_/);
    expect(keptIn).not.toContain(folder);
  });
});
