import { describe, expect, it } from 'vitest';
import type { SecretStore } from '../../../electron/core/host-services.ts';
import { hasSecret, originOf, readSecret } from '../../../electron/core/read-secret.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { testHost } from '../../support/core.ts';
import { tinyConnection } from '../../support/tiny-connector.ts';

const connection = tinyConnection({ auth: 'token', baseUrl: 'https://jira.example/jira' });

function failing(error: unknown): SecretStore {
  return {
    ...testHost().secrets,
    keptIn: 'a keychain',
    get: async () => {
      throw error;
    },
  };
}

describe('electron/core/read-secret', () => {
  it('keeps a secret for the origin of a base URL, whatever its path', () => {
    expect(originOf({ baseUrl: 'https://jira.example/jira/' })).toBe('https://jira.example');
    expect(originOf({ baseUrl: 'http://127.0.0.1:8080' })).toBe('http://127.0.0.1:8080');
  });

  it('gives the secret of this address only', async () => {
    const { secrets } = testHost();
    await secrets.set(connection.id, 'https://jira.example', 't0ken');
    const moved = { ...connection, baseUrl: 'https://evil.example/jira' };

    expect([await readSecret(secrets, connection), await hasSecret(secrets, connection)]).toEqual(['t0ken', true]);
    await expect(readSecret(secrets, moved)).rejects.toMatchObject({ code: 'SECRET_MISSING' });
    expect(await hasSecret(secrets, moved)).toBe(false);
  });

  it('asks nobody for a connection that needs none, and finds none where none is kept', async () => {
    const anonymous = { ...connection, auth: 'none' as const };

    expect([await readSecret(failing(null), anonymous), await hasSecret(failing(null), anonymous)]).toEqual([
      null,
      true,
    ]);
    const { secrets } = testHost();
    expect([await readSecret(secrets, connection), await hasSecret(secrets, connection)]).toEqual([null, false]);
  });

  it.each([new Error('EIO'), new Failure('INTERNAL', 'Something went wrong inside Signalbox.')])(
    'says which place could not be read: %s',
    async (error) => {
      await expect(readSecret(failing(error), connection)).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: 'The token of “Tiny” could not be read from a keychain.',
      });
      expect(await hasSecret(failing(error), connection)).toBe(false);
    },
  );

  it('passes on what the store itself says', async () => {
    const failure = new Failure('FORBIDDEN', 'Others can read it.');

    await expect(readSecret(failing(failure), connection)).rejects.toBe(failure);
  });
});
