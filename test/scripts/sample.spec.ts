import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/sample.ts';
import { SampleDelivery, SampleTrains } from '../../shared/model/sample.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'resources', 'sample');

function shipped(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

describe('scripts/sample', () => {
  it('gives the shipped bytes again from the same packages', () => {
    for (const [name, text] of sampleFiles()) expect(text === shipped(name), `resources/sample/${name}`).toBe(true);
  });

  it('ships what its schema says', () => {
    expect(SampleTrains.safeParse(JSON.parse(shipped('trains.json'))).error).toBeUndefined();
    expect(SampleDelivery.safeParse(JSON.parse(shipped('delivery.json'))).error).toBeUndefined();
  });

  it('names a release only once in its train, and no phase ends before it begins', () => {
    const { trains } = SampleTrains.parse(JSON.parse(shipped('trains.json')));

    for (const { releases } of trains) {
      expect(new Set(releases.map(({ name }) => name)).size).toBe(releases.length);
      const spans = releases.flatMap(({ milestones }) => milestones);
      expect(spans.filter(({ start, end }) => end !== null && end < start)).toEqual([]);
    }
  });

  it('plans into 2027 and invents no date for what has none', () => {
    const { trains } = SampleTrains.parse(JSON.parse(shipped('trains.json')));
    const planned = trains.flatMap(({ releases }) => releases.filter(({ state }) => state === 'planned'));

    expect(planned.filter(({ day }) => day >= '2027-01-01').map(({ name }) => name)).toEqual([
      'Node.js 27',
      'Firefox 163',
      'Edge 160',
    ]);
    expect(trains.find(({ key }) => key === 'electron')?.releases.every(({ state }) => state === 'departed')).toBe(
      true,
    );
  });

  it('names the package, its version and its licence for every train', () => {
    const { trains } = SampleTrains.parse(JSON.parse(shipped('trains.json')));

    for (const { source } of trains) expect(source).toMatch(/npm package \S+ \d+\.\d+\.\d+ \((MIT|CC0-1\.0), /);
  });

  it('boards simulated tickets only on releases that are public', () => {
    const { trains } = SampleTrains.parse(JSON.parse(shipped('trains.json')));
    const { projects } = SampleDelivery.parse(JSON.parse(shipped('delivery.json')));

    for (const project of projects) {
      const names = trains.find(({ key }) => key === project.train)?.releases.map(({ name }) => name) ?? [];
      const used = project.workItems.flatMap(({ versions }) => versions.map(({ name }) => name));
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((name) => !names.includes(name))).toEqual([]);
    }
  });
});
