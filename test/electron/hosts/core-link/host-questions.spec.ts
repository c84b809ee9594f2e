import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerQuestion, createAskedHost } from '../../../../electron/hosts/core-link/host-questions.ts';
import type { QuestionName } from '../../../../electron/hosts/core-link/messages.ts';
import { openFeedFiles } from '../../../../electron/hosts/feed-files.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { FeedPlan } from '../../../../shared/model/feed.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { testFolder, testHost } from '../../../support/core.ts';

const CONNECTION = 'connection-1' as ConnectionId;
const ORIGIN = 'https://jira.example';

/** A host at one end and the core's picture of it at the other. */
function joined(host = testHost()) {
  const about = { kind: host.kind, keptIn: host.secrets.keptIn, versions: host.versions };
  const asked = createAskedHost(about, (question) => {
    void answerQuestion(host, question).then((answer) => {
      if (answer.type === 'answer' || answer.type === 'refusal') asked.settle(structuredClone(answer));
    });
  });
  return asked.host;
}

describe('electron/hosts/core-link/host-questions', () => {
  it('keeps, gives and removes secrets through the host', async () => {
    const host = joined();

    await host.secrets.set(CONNECTION, ORIGIN, 's3cret');
    const kept = await host.secrets.get(CONNECTION, ORIGIN);
    await host.secrets.remove(CONNECTION);

    expect([kept, await host.secrets.get(CONNECTION, ORIGIN), host.secrets.keptIn]).toEqual(['s3cret', null, 'memory']);
  });

  it('makes, lists and revokes calendar feeds through the host', async () => {
    const folder = testFolder();
    const host = joined({ ...testHost(), feeds: openFeedFiles(folder) });
    const plan = FeedPlan.parse({ name: 'All', trainIds: null });

    const feed = await host.feeds?.add('w1', plan);
    const listed = await host.feeds?.list('w1');
    await host.feeds?.remove('w1', feed?.id ?? '');

    expect(listed).toEqual([feed]);
    expect(await host.feeds?.list('w1')).toEqual([]);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('asks for a secret with where it would be sent, and hears that it is not for there', async () => {
    const host = joined();
    await host.secrets.set(CONNECTION, ORIGIN, 's3cret');

    await expect(host.secrets.get(CONNECTION, 'https://elsewhere.example')).rejects.toMatchObject({
      code: 'SECRET_MISSING',
      where: 'https://elsewhere.example',
    });
  });

  it('gives each question its own answer, however they overlap', async () => {
    const host = joined();

    const answers = await Promise.all([
      host.settings.write({ theme: 'dark' }),
      host.secrets.get(CONNECTION, ORIGIN),
      host.settings.read(),
    ]);

    expect(answers).toMatchObject([{ theme: 'dark' }, null, { theme: 'dark' }]);
  });

  it('carries a failure of the host whole', async () => {
    const broken = testHost();
    const host = joined({
      ...broken,
      secrets: {
        ...broken.secrets,
        get: async () => {
          throw new Failure('UNAVAILABLE', 'The keychain is locked.', { remedy: 'Unlock it.' });
        },
      },
    });

    await expect(host.secrets.get(CONNECTION, ORIGIN)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The keychain is locked.',
      remedy: 'Unlock it.',
    });
  });

  it('says nothing of the host’s inside', async () => {
    const broken = testHost();
    const host = joined({
      ...broken,
      settings: {
        ...broken.settings,
        read: async () => {
          throw new Error('EACCES /home/ada/settings.json');
        },
      },
    });

    await expect(host.settings.read()).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.not.stringMatching(/ada/),
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'nothing'])('knows no question named %s', async (name) => {
    const answer = await answerQuestion(testHost(), { id: 1, name: name as QuestionName, input: null });

    expect(answer).toMatchObject({ type: 'refusal', id: 1, failure: { code: 'INTERNAL' } });
  });
});
