import type { CoreClient } from '../../electron/core/core.ts';
import type { ReleaseId } from '../../shared/model/ids.ts';
import type { Day, Instant } from '../../shared/model/time.ts';
import { between, pick } from '../support/simulator/distributions.ts';
import { type Random, randomOf } from '../support/simulator/random.ts';
import type { BenchWorkspace } from './context.ts';

/** One question that a screen asks, with other words each time. */
export interface Question {
  readonly name: string;
  readonly ask: (client: CoreClient, random: Random) => Promise<unknown>;
}

const DAY = 86_400_000;
const WORDS = ['refund', 'card expiry', 'the', 'price table', 'webh', 'rate limits', 'time-outs', 'search index', 'x'];

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10) as Day;
}

/** A window of the calendar somewhere in the three years. */
function window(workspace: BenchWorkspace, random: Random, days: number): { from: Day; to: Day; trainIds: null } {
  const { from, to } = workspace.enterprise;
  const start = from + random.next() * (to - from);
  return { from: dayOf(start), to: dayOf(start + days * DAY), trainIds: null };
}

/** Every question that a screen waits for, as the screens ask them. */
export function interactiveQuestions(workspace: BenchWorkspace, releases: readonly ReleaseId[]): readonly Question[] {
  const { enterprise, connections } = workspace;
  const keys = enterprise.teams.filter(({ tracker }) => tracker === 'jira').map(({ key }) => key);
  const repositories = enterprise.services.map(({ fullName }) => fullName);
  const search = { limit: 50, connectionId: connections.jira };
  return [
    { name: 'calendar, a month', ask: (client, random) => client.calendar.range(window(workspace, random, 31)) },
    { name: 'calendar, a year', ask: (client, random) => client.calendar.range(window(workspace, random, 365)) },
    { name: 'release page', ask: (client, random) => client.releases.get({ id: pick(random, releases) }) },
    {
      name: 'candidates to board',
      ask: (client, random) => client.releases.candidates({ id: pick(random, releases) }),
    },
    { name: 'Today', ask: (client) => client.today.get({ since: (enterprise.to - 3 * DAY) as Instant }) },
    {
      name: 'search by words',
      ask: (client, random) => client.workItems.search({ limit: 50, text: pick(random, WORDS) }),
    },
    {
      name: 'search by key',
      ask: (client, random) =>
        client.workItems.search({ limit: 50, text: `${pick(random, keys)}-${between(random, 1, 300)}` }),
    },
    {
      name: 'work items of a project',
      ask: (client, random) =>
        client.workItems.search({ ...search, projectKey: pick(random, keys), category: 'active' }),
    },
    {
      name: 'work items by label',
      ask: (client, random) =>
        client.workItems.search({ ...search, label: pick(random, ['security', 'incident', 'flaky']) }),
    },
    {
      name: 'deliveries of five projects',
      ask: (client, random) => {
        const projects = Array.from({ length: 5 }, () => ({
          connectionId: connections.github,
          key: pick(random, repositories),
        }));
        return client.workItems.deliveries({ projects, limit: 50 });
      },
    },
    { name: 'journal', ask: (client) => client.journal.list({ limit: 50 }) },
    {
      name: 'journal by words',
      ask: (client, random) =>
        client.journal.list({ limit: 50, text: pick(random, ['Generated', 'departed', 'Boarded']) }),
    },
    { name: 'connections', ask: (client) => client.connections.list({}) },
  ];
}

/** A source of words and windows that is the same in every run. */
export function questionRandom(round: number): Random {
  return randomOf(77, round);
}
