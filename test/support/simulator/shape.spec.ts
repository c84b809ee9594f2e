import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import { ledgerOf } from './ledger.ts';
import { ofKind } from './of-kind.ts';
import { DAY, HOUR } from './rhythm.ts';
import { enterpriseOfSize } from './size.ts';
import { mean, quantile, skewness } from './statistics.ts';

const enterprise = enterpriseOfSize({ facts: 120_000, seed: 5 });
const facts = [...factsOf(enterprise)];

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** The weekday (0 = Monday) and hour by the clock of the team that owns a repository. */
function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay());
}

describe('the shape of a simulated enterprise', () => {
  const pulls = ofKind(facts, 'pull-request').filter(({ author }) => author !== 'updates[bot]');
  const merged = pulls.filter(({ mergedAt }) => mergedAt !== null);

  it('has heavy-tailed times from opening to merging: the logarithm is nearly symmetric, the mean far above the median', () => {
    const hours = merged.map(({ createdAt, mergedAt }) => ((mergedAt ?? 0) - createdAt) / HOUR);

    expect(quantile(hours, 0.5)).toBeGreaterThan(4);
    expect(quantile(hours, 0.5)).toBeLessThan(60);
    expect(mean(hours)).toBeGreaterThan(1.3 * quantile(hours, 0.5));
    expect(skewness(hours)).toBeGreaterThan(2);
    expect(Math.abs(skewness(hours.map((value) => Math.log(value))))).toBeLessThan(1.2);
  });

  it('has tickets that take days, and some that take months', () => {
    const days = ofKind(facts, 'work-item')
      .filter(({ doneAt, type }) => doneAt !== null && type !== 'Incident')
      .map(({ createdAt, doneAt }) => ((doneAt ?? 0) - createdAt) / DAY);

    expect(quantile(days, 0.5)).toBeGreaterThan(4);
    expect(quantile(days, 0.5)).toBeLessThan(30);
    expect(quantile(days, 0.95)).toBeGreaterThan(3 * quantile(days, 0.5));
  });

  it('changes few lines mostly, and very many sometimes (median 20, mean 168 in Gousios et al. 2014)', () => {
    const lines = pulls.map(({ additions, deletions }) => (additions ?? 0) + (deletions ?? 0));

    expect(quantile(lines, 0.5)).toBeGreaterThan(12);
    expect(quantile(lines, 0.5)).toBeLessThan(32);
    expect(mean(lines)).toBeGreaterThan(80);
    expect(mean(lines)).toBeLessThan(260);
  });

  it('merges most of what is opened', () => {
    const ended = pulls.filter(({ state }) => state !== 'open');

    expect(share(ended, ({ state }) => state === 'merged')).toBeCloseTo(0.92, 1);
  });

  it('works little at weekends, whatever the zone', () => {
    expect(share(pulls, ({ createdAt }) => isWeekend(createdAt))).toBeLessThan(0.12);
    expect(share(ofKind(facts, 'transition'), ({ at }) => isWeekend(at))).toBeLessThan(0.12);
  });

  it('lets a few people of each team do most of the work', () => {
    const [team] = [...enterprise.teams].sort((left, right) => right.changes - left.changes);
    const names = new Set(team?.services.map(({ fullName }) => fullName));
    const counts = new Map<string, number>();
    for (const { author, projectKey } of pulls) {
      if (names.has(projectKey)) counts.set(author ?? '', (counts.get(author ?? '') ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((left, right) => right - left);
    const half = Math.ceil(sorted.length / 2);
    const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0);

    expect(sum(sorted.slice(0, half)) / sum(sorted)).toBeGreaterThan(0.65);
  });

  it('has teams of very different size', () => {
    const sizes = enterprise.teams.map(({ changes }) => changes);

    expect(Math.max(...sizes)).toBeGreaterThan(4 * quantile(sizes, 0.5));
  });

  it('repeats a few runs for nothing: flaky failures that pass the second time', () => {
    const checks = ofKind(facts, 'pipeline-run').filter(({ name }) => name === 'ci');

    const repeated = share(checks, ({ attempt }) => attempt === 2);

    expect(repeated).toBeGreaterThan(0.01);
    expect(repeated).toBeLessThan(0.08);
    expect(checks.filter(({ attempt, outcome }) => attempt === 2 && outcome === 'failure')).toEqual([]);
  });

  it('fails where a push follows, and hardly on main', () => {
    const checks = ofKind(facts, 'pipeline-run').filter(({ name }) => name === 'ci');

    expect(
      share(
        checks.filter(({ branch }) => branch === 'main'),
        ({ outcome }) => outcome === 'failure',
      ),
    ).toBeLessThan(0.04);
    expect(
      share(
        checks.filter(({ branch }) => branch !== 'main'),
        ({ outcome }) => outcome === 'failure',
      ),
    ).toBeGreaterThan(0.08);
  });

  it('breaks production after a small share of deployments, and mends it within hours', () => {
    const live = ofKind(facts, 'deployment').filter(({ production, outcome }) => production && outcome === 'success');
    const incidents = ofKind(facts, 'work-item').filter(({ labels }) => labels.includes('incident'));
    const hours = incidents
      .filter(({ doneAt }) => doneAt !== null)
      .map(({ createdAt, doneAt }) => ((doneAt ?? 0) - createdAt) / HOUR);

    expect(incidents.length / live.length).toBeGreaterThan(0.02);
    expect(incidents.length / live.length).toBeLessThan(0.15);
    expect(quantile(hours, 0.5)).toBeLessThan(5);
    expect(quantile(hours, 0.5)).toBeGreaterThan(0.7);
  });

  it('merges most on the last day before a freeze, on trains', () => {
    const perDay = new Map<number, number>();
    for (const team of enterprise.teams.filter(({ train }) => train !== null)) {
      const freezes = team.train?.departures.map(({ freezeAt }) => freezeAt) ?? [];
      for (const { pulls: refs } of ledgerOf(enterprise, team).services) {
        for (const { mergedAt } of refs) {
          const next = mergedAt === null ? undefined : freezes.find((at) => at >= mergedAt);
          if (next === undefined || mergedAt === null) continue;
          const day = Math.floor((next - mergedAt) / DAY);
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
        }
      }
    }
    // Seven and fourteen days before a freeze are the same weekday as the freeze's own.
    const last = perDay.get(0) ?? 0;

    expect(last).toBeGreaterThan(1.3 * (perDay.get(7) ?? 0));
  });

  it('deploys a train at its departure, within hours', () => {
    const trains = new Map(
      enterprise.teams
        .filter(({ train }) => train !== null)
        .flatMap((team) => team.services.map((service) => [service.fullName, team.train])),
    );
    const live = ofKind(facts, 'deployment').filter(
      ({ production, projectKey }) => production && trains.has(projectKey),
    );
    const onTime = share(live, ({ projectKey, createdAt }) => {
      const departures = trains.get(projectKey)?.departures ?? [];
      return departures.some(({ departsAt }) => createdAt >= departsAt && createdAt < departsAt + 12 * HOUR);
    });

    expect(live.length).toBeGreaterThan(50);
    expect(onTime).toBeGreaterThan(0.9);
  });
});
