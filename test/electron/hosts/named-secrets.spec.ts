import { describe, expect, it } from 'vitest';
import { overNames, secretVariableOf } from '../../../electron/hosts/named-secrets.ts';
import { ConnectionId } from '../../../shared/model/ids.ts';

const ACME = { id: ConnectionId.parse('connection-1'), name: 'Acme GitHub' };
const ORIGIN = 'https://api.github.com';
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

    expect(await secrets.get(ACME.id, ORIGIN)).toBe('stored');
    secrets.learn([ACME]);
    expect(await secrets.get(ACME.id, ORIGIN)).toBe('from outside');
  });

  it('asks the store where the environment holds nothing, or an empty text', async () => {
    const secrets = overNames(storeWith('stored'), { SIGNALBOX_SECRET_ACME_GITHUB: '' });
    secrets.learn([ACME]);

    expect(await secrets.get(ACME.id, ORIGIN)).toBe('stored');
    expect(await secrets.get(RIVAL.id, ORIGIN)).toBe('stored');
  });

  it('gives neither of two connections a secret that could be meant for the other', async () => {
    const secrets = overNames(storeWith(null), { SIGNALBOX_SECRET_ACME_GITHUB: 'whose?' });
    secrets.learn([ACME, RIVAL]);

    await expect(secrets.get(ACME.id, ORIGIN)).rejects.toMatchObject({
      code: 'CONFLICT',
      where: 'SIGNALBOX_SECRET_ACME_GITHUB',
    });
    await expect(secrets.get(RIVAL.id, ORIGIN)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each([
    ['https://api.github.com', 'from outside'],
    ['https://api.github.com/orgs', 'from outside'],
    ['', 'from outside'],
  ])('gives it where the origin that is allowed says “%s”', async (allowed, given) => {
    const variables = { SIGNALBOX_SECRET_ACME_GITHUB: 'from outside', SIGNALBOX_ORIGIN_ACME_GITHUB: allowed };
    const secrets = overNames(storeWith('stored'), variables);
    secrets.learn([ACME]);

    expect(await secrets.get(ACME.id, ORIGIN)).toBe(given);
  });

  it.each(['https://ghe.example', 'http://api.github.com', 'no address'])(
    'keeps it from an origin that is not the allowed one: %s',
    async (allowed) => {
      const variables = { SIGNALBOX_SECRET_ACME_GITHUB: 'from outside', SIGNALBOX_ORIGIN_ACME_GITHUB: allowed };
      const secrets = overNames(storeWith('stored'), variables);
      secrets.learn([ACME]);

      await expect(secrets.get(ACME.id, ORIGIN)).rejects.toMatchObject({
        code: 'SECRET_MISSING',
        where: 'SIGNALBOX_ORIGIN_ACME_GITHUB',
      });
    },
  );

  it('is not fooled by names that objects have of themselves', async () => {
    const secrets = overNames(storeWith(null), {});
    secrets.learn([{ id: ACME.id, name: '__proto__' }]);

    expect(await secrets.get(ACME.id, ORIGIN)).toBeNull();
  });
});
