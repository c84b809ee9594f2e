import BetterSqlite from 'better-sqlite3';
import { wrapDatabase } from '../../electron/core/db/database.ts';
import { createFactWriter } from '../../electron/core/db/fact-writer.ts';
import type { MappedFact } from '../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';

/** A work item of a connection, with what a test does not care about filled in. */
export function workItem(
  connectionId: ConnectionId,
  key: string,
  changes: Partial<MappedFact<'work-item'>> = {},
): MappedFact<'work-item'> {
  return {
    kind: 'work-item',
    id: `${connectionId}:work-item:${key}` as FactId,
    connectionId,
    externalId: key,
    url: `https://jira.example.com/browse/${key}`,
    projectKey: key.split('-')[0] ?? key,
    key,
    title: `Title of ${key}`,
    type: 'Story',
    originalStatus: 'In Progress',
    category: 'active',
    priority: null,
    assignee: null,
    labels: [],
    versions: [],
    storyPoints: null,
    createdAt: instant(Date.parse('2026-11-01T10:00:00Z')),
    updatedAt: instant(Date.parse('2026-11-20T10:00:00Z')),
    doneAt: null,
    resolution: null,
    ...changes,
  };
}

/** A status change of a work item. */
export function transition(
  item: MappedFact<'work-item'>,
  at: string,
  changes: Partial<MappedFact<'transition'>> = {},
): MappedFact<'transition'> {
  return {
    kind: 'transition',
    id: `${item.connectionId}:transition:${item.key}-${at}` as FactId,
    connectionId: item.connectionId,
    externalId: `${item.key}-${at}`,
    url: null,
    workItemId: item.id,
    fromStatus: 'To Do',
    toStatus: 'In Progress',
    fromCategory: 'new',
    toCategory: 'active',
    author: 'Linus',
    at: instant(Date.parse(at)),
    ...changes,
  };
}

const MINUTE = 60_000;

/** A pipeline run of the project `PAY` that took so many minutes; null where its end is not known. */
export function pipelineRun(
  connectionId: ConnectionId,
  number: number,
  at: string,
  { minutes, projectKey = 'PAY' }: { minutes: number | null; projectKey?: string },
): MappedFact<'pipeline-run'> {
  const createdAt = instant(Date.parse(at));
  return {
    kind: 'pipeline-run',
    id: `${connectionId}:pipeline-run:${number}` as FactId,
    connectionId,
    externalId: `${number}`,
    url: null,
    projectKey,
    name: 'ci',
    number,
    attempt: 1,
    event: 'push',
    branch: 'main',
    sha: '0'.repeat(40),
    originalStatus: minutes === null ? 'in_progress' : 'success',
    outcome: minutes === null ? 'running' : 'success',
    createdAt,
    startedAt: createdAt,
    finishedAt: minutes === null ? null : instant(createdAt + minutes * MINUTE),
  };
}

/** A job of a pipeline run that began with it and took so many minutes. */
export function job(
  connectionId: ConnectionId,
  run: number,
  name: string,
  at: string,
  minutes: number,
): MappedFact<'job'> {
  const startedAt = instant(Date.parse(at));
  return {
    kind: 'job',
    id: `${connectionId}:job:${run}-${name}` as FactId,
    connectionId,
    externalId: `${run}-${name}`,
    url: null,
    runId: `${connectionId}:pipeline-run:${run}` as FactId,
    name,
    originalStatus: 'success',
    outcome: 'success',
    startedAt,
    finishedAt: instant(startedAt + minutes * MINUTE),
  };
}

/** Writes facts into a workspace file as the sync thread does: on a connection of its own. */
export function writeFacts(file: string, facts: readonly MappedFact[], fetchedAt = '2026-11-23T08:30:00Z'): void {
  const db = wrapDatabase(new BetterSqlite(file));
  db.transaction(() => {
    createFactWriter(db).write(facts, { fetchedAt: instant(Date.parse(fetchedAt)), rawId: null });
  });
  db.close();
}
