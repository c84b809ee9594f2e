import { failureFromData, failureToData } from '../../core/failure-data.ts';
import type { FeedStore, HostServices } from '../../core/host-services.ts';
import type { HostQuestions, QuestionName, ToCore } from './messages.ts';

type Answerers = {
  readonly [K in QuestionName]: (
    host: HostServices,
    input: HostQuestions[K]['input'],
  ) => Promise<HostQuestions[K]['answer']>;
};

function feedsOf({ feeds }: HostServices): FeedStore {
  if (feeds === undefined) throw new Error('this host keeps no feeds');
  return feeds;
}

const answerers: Answerers = {
  'secrets.get': (host, [id, origin]) => host.secrets.get(id, origin),
  'secrets.set': async (host, [id, origin, secret]) => {
    await host.secrets.set(id, origin, secret);
    return null;
  },
  'secrets.remove': async (host, id) => {
    await host.secrets.remove(id);
    return null;
  },
  'feeds.list': (host, workspaceId) => feedsOf(host).list(workspaceId),
  'feeds.add': (host, [workspaceId, plan]) => feedsOf(host).add(workspaceId, plan),
  'feeds.remove': async (host, [workspaceId, id]) => {
    await feedsOf(host).remove(workspaceId, id);
    return null;
  },
  'settings.read': (host) => host.settings.read(),
  'settings.write': (host, changes) => host.settings.write(changes),
};

/** Host side: answers one question of the core; never throws. */
export async function answerQuestion(
  host: HostServices,
  question: { readonly id: number; readonly name: QuestionName; readonly input: unknown },
): Promise<ToCore> {
  try {
    if (!Object.hasOwn(answerers, question.name)) throw new Error(`no question is named ${question.name}`);
    // The two ends are one build: the input is what `askHost` sent under this very name.
    const answer = answerers[question.name] as (host: HostServices, input: unknown) => Promise<unknown>;
    return { type: 'answer', id: question.id, value: await answer(host, question.input) };
  } catch (error) {
    return { type: 'refusal', id: question.id, failure: failureToData(error) };
  }
}

/** Core side: a host whose secrets and settings are asked of the process that started this one. */
export interface AskedHost {
  readonly host: HostServices;
  readonly settle: (message: Extract<ToCore, { type: 'answer' | 'refusal' }>) => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Core side: makes host services out of questions and answers; `send` posts a question to the host. */
export function createAskedHost(
  about: Extract<ToCore, { type: 'open' }>['host'],
  send: (question: { type: 'ask'; id: number; name: QuestionName; input: unknown }) => void,
): AskedHost {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function ask<K extends QuestionName>(name: K, input: HostQuestions[K]['input']): Promise<HostQuestions[K]['answer']> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      send({ type: 'ask', id, name, input });
    });
  }

  function take(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }

  const feeds: FeedStore = {
    list: (workspaceId) => ask('feeds.list', workspaceId),
    add: (workspaceId, plan) => ask('feeds.add', [workspaceId, plan]),
    remove: async (workspaceId, id) => {
      await ask('feeds.remove', [workspaceId, id]);
    },
  };

  return {
    host: {
      // Electron serves nothing over the network, and keeps no address of it.
      feeds: about.kind === 'electron' ? undefined : feeds,
      kind: about.kind,
      versions: about.versions,
      secrets: {
        keptIn: about.keptIn,
        get: (id, origin) => ask('secrets.get', [id, origin]),
        set: async (id, origin, secret) => {
          await ask('secrets.set', [id, origin, secret]);
        },
        remove: async (id) => {
          await ask('secrets.remove', id);
        },
      },
      settings: {
        read: () => ask('settings.read', null),
        write: (changes) => ask('settings.write', changes),
      },
    },
    settle: (message) => {
      if (message.type === 'answer') take(message.id)?.resolve(message.value);
      else take(message.id)?.reject(failureFromData(message.failure));
    },
  };
}
