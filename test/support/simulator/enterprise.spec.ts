import { describe, expect, it } from 'vitest';
import { factKinds } from '../../../shared/model/facts.ts';
import type { Enterprise } from './enterprise.ts';
import { factsOf } from './facts.ts';
import { ofKind } from './of-kind.ts';
import { enterpriseOfSize } from './size.ts';

function enterprise(facts: number, seed = 1): Enterprise {
  return enterpriseOfSize({ facts, seed });
}

const small = enterprise(10_000);
const facts = [...factsOf(small)];

describe('test/support/simulator/enterprise', () => {
  it('is the same for the same seed, and another for another', () => {
    expect([...factsOf(enterprise(10_000))]).toEqual(facts);
    expect([...factsOf(enterprise(10_000, 2))].slice(0, 100)).not.toEqual(facts.slice(0, 100));
  });

  it('gives whole facts, each id once', () => {
    for (const { kind, ...fact } of facts) {
      const read = factKinds[kind].safeParse({ ...fact, fetchedAt: 1 });
      if (!read.success) expect({ kind, fact, issues: read.error.issues }).toBeUndefined();
    }
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it('points only to what there is', () => {
    const ids = new Set<string>(facts.map(({ id }) => id));
    const keys = new Set(ofKind(facts, 'work-item').map(({ key }) => key));
    const projects = new Set(ofKind(facts, 'project').map(({ key }) => key));
    const shas = new Set(ofKind(facts, 'commit').map(({ sha }) => sha));
    const merges = new Set(ofKind(facts, 'pull-request').map(({ mergeSha }) => mergeSha));
    const logins = new Set(ofKind(facts, 'person').map(({ login }) => login));

    expect(ofKind(facts, 'transition').filter(({ workItemId }) => !ids.has(workItemId))).toEqual([]);
    expect(ofKind(facts, 'work-item-link').filter(({ fromId, toKey }) => !ids.has(fromId) || !keys.has(toKey))).toEqual(
      [],
    );
    expect(ofKind(facts, 'commit').filter(({ pullRequestId }) => !ids.has(pullRequestId ?? ''))).toEqual([]);
    expect(
      ofKind(facts, 'review').filter(
        ({ pullRequestId, commitSha }) => !ids.has(pullRequestId) || !shas.has(commitSha ?? ''),
      ),
    ).toEqual([]);
    expect(ofKind(facts, 'job').filter(({ runId }) => !ids.has(runId))).toEqual([]);
    expect(ofKind(facts, 'pipeline-run').filter(({ sha }) => !shas.has(sha) && !merges.has(sha))).toEqual([]);
    expect(ofKind(facts, 'deployment').filter(({ sha }) => !merges.has(sha))).toEqual([]);
    expect(ofKind(facts, 'pull-request').filter(({ author }) => !logins.has(author ?? ''))).toEqual([]);
    const placed = [...ofKind(facts, 'work-item'), ...ofKind(facts, 'pull-request'), ...ofKind(facts, 'deployment')];
    expect(placed.filter(({ projectKey }) => !projects.has(projectKey))).toEqual([]);
  });

  it('lets nothing happen before its cause or after now', () => {
    const items = new Map(ofKind(facts, 'work-item').map((item) => [item.id as string, item]));
    const pulls = new Map(ofKind(facts, 'pull-request').map((pull) => [pull.id as string, pull]));
    const runs = new Map(ofKind(facts, 'pipeline-run').map((run) => [run.id as string, run]));

    for (const item of items.values()) {
      expect(item.createdAt).toBeLessThanOrEqual(item.updatedAt);
      expect(item.updatedAt).toBeLessThanOrEqual(small.to);
      expect(item.doneAt === null).toBe(item.category !== 'done');
    }
    for (const { at, workItemId } of ofKind(facts, 'transition')) {
      expect(at).toBeGreaterThanOrEqual(items.get(workItemId)?.createdAt ?? Number.NaN);
    }
    for (const pull of pulls.values()) {
      expect(pull.mergedAt ?? pull.createdAt).toBeGreaterThanOrEqual(pull.createdAt);
      expect(pull.state === 'open').toBe(pull.closedAt === null);
      expect(pull.updatedAt).toBeLessThanOrEqual(small.to);
    }
    for (const { at, pullRequestId } of ofKind(facts, 'review')) {
      expect(at).toBeGreaterThanOrEqual(pulls.get(pullRequestId)?.createdAt ?? Number.NaN);
    }
    for (const job of ofKind(facts, 'job')) {
      expect(job.startedAt).toBeGreaterThanOrEqual(runs.get(job.runId)?.createdAt ?? Number.NaN);
      expect(job.finishedAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(job.startedAt ?? 0);
    }
    for (const one of ofKind(facts, 'deployment'))
      expect(one.finishedAt ?? small.to).toBeGreaterThanOrEqual(one.createdAt);
  });

  it('chains the steps of a ticket: each begins where the last ended', () => {
    const byItem = Map.groupBy(ofKind(facts, 'transition'), ({ workItemId }) => workItemId);

    for (const steps of byItem.values()) {
      const sorted = [...steps].sort((left, right) => left.at - right.at);
      for (const [index, step] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before !== undefined) expect(step.fromStatus).toBe(before.toStatus);
      }
    }
  });

  it.each([
    { size: 10_000, most: 12_500 },
    { size: 40_000, most: 48_000 },
  ])('reaches $size facts without going far beyond', ({ size, most }) => {
    let count = 0;
    for (const _ of factsOf(enterprise(size))) count += 1;

    expect(count).toBeGreaterThanOrEqual(size);
    expect(count).toBeLessThan(most);
  });

  it('is a stream: the first fact of ten million comes at once', () => {
    const huge = enterprise(10_000_000);
    const started = performance.now();

    const first = factsOf({ ...huge, teams: huge.teams.slice(-1) }).next();

    expect(first.done).toBe(false);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(huge.services.length).toBeLessThanOrEqual(500);
  });

  it('shows at an earlier moment what had happened by then, under the same ids', () => {
    const asOf = small.from + (small.to - small.from) / 2;

    const before = [...factsOf(small, { asOf })];

    const later = new Map(facts.map((fact) => [fact.id as string, fact]));
    const kept = before.filter(({ kind }) => kind !== 'sprint' && kind !== 'source-version');
    expect(before.length).toBeGreaterThan(facts.length * 0.35);
    expect(before.length).toBeLessThan(facts.length * 0.65);
    expect(kept.filter(({ id }) => !later.has(id))).toEqual([]);
    for (const pull of ofKind(before, 'pull-request')) {
      const after = later.get(pull.id);
      expect(after).toMatchObject({ number: pull.number, title: pull.title, createdAt: pull.createdAt });
      expect(pull.updatedAt).toBeLessThanOrEqual(asOf);
    }
    expect(ofKind(before, 'work-item').every(({ updatedAt }) => updatedAt <= asOf)).toBe(true);
  });

  it('calls services without ever going round in a circle, a few of them by many', () => {
    const { dependencies, services } = enterprise(200_000);
    const callers = new Map<number, number>();
    for (const { from, to } of dependencies) {
      expect(to).toBeLessThan(from);
      callers.set(to, (callers.get(to) ?? 0) + 1);
    }

    expect(dependencies.length).toBeGreaterThan(services.length);
    expect(Math.max(...callers.values())).toBeGreaterThan((5 * dependencies.length) / services.length);
  });

  it('names teams, projects and services each once', () => {
    const { teams, services } = enterprise(3_000_000);

    expect(new Set(teams.map(({ key }) => key)).size).toBe(teams.length);
    expect(new Set(services.map(({ fullName }) => fullName)).size).toBe(services.length);
  });
});
