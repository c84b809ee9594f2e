import { describe, expect, it } from 'vitest';
import { overNames, secretVariableOf } from '../../../electron/hosts/named-secrets.ts';
import { ConnectionId } from '../../../shared/model/ids.ts';

const ACME = { id: ConnectionId.parse('connection-1'), name: 'Acme GitHub' };
const RIVAL = { id: ConnectionId.parse('connection-2'), name: 'acme-github' };

function storeWith(stored: string | null) {
  return { keptIn: 'a test', get: async () => stored, set: async () => {}, remove: async () => {} };
}

describe('electron/hosts/named-secrets', () => {
  it.each([
    ['acme', 'SIGNALBOX_SECRET_ACME'],
    ['Acme GitHub', 'SIGNALBOX_SECRET_ACME_GITHUB'],
    ['jira (cloud)', 'SIGNALBOX_SECRET_JIRA__CLOUD_'],
  ])('names the variable of %s', (name, variable) => {
    expect(secretVariableOf(name)).toBe(variable);
  });

  it('takes the environment before the store, once the names are known', async () => {
    const secrets = overNames(storeWith('stored'), { SIGNALBOX_SECRET_ACME_GITHUB: 'from outside' });

    expect(await secrets.get(ACME.id)).toBe('stored');
    secrets.learn([ACME]);
    expect(await secrets.get(ACME.id)).toBe('from outside');
  });

  it('asks the store where the environment holds nothing, or an empty text', async () => {
    const secrets = overNames(storeWith('stored'), { SIGNALBOX_SECRET_ACME_GITHUB: '' });
    secrets.learn([ACME]);

    expect(await secrets.get(ACME.id)).toBe('stored');
    expect(await secrets.get(RIVAL.id)).toBe('stored');
  });

  it('gives neither of two connections a secret that could be meant for the other', async () => {
    const secrets = overNames(storeWith(null), { SIGNALBOX_SECRET_ACME_GITHUB: 'whose?' });
    secrets.learn([ACME, RIVAL]);

    await expect(secrets.get(ACME.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      where: 'SIGNALBOX_SECRET_ACME_GITHUB',
    });
    await expect(secrets.get(RIVAL.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is not fooled by names that objects have of themselves', async () => {
    const secrets = overNames(storeWith(null), {});
    secrets.learn([{ id: ACME.id, name: '__proto__' }]);

    expect(await secrets.get(ACME.id)).toBeNull();
  });
});
