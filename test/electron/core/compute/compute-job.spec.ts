import { describe, expect, it } from 'vitest';
import { runJob } from '../../../../electron/core/compute/compute-job.ts';
import { runForecast } from '../../../../electron/core/forecast/forecast-job.ts';
import { person, rotation, tuesday } from '../../../support/rotation.ts';

describe('electron/core/compute/compute-job', () => {
  it('proposes rosters', () => {
    const given = rotation({ people: [person('ada')], releases: [tuesday('r0', 0)] });

    const found = runJob({ type: 'roster', rotation: given, byHand: [] });

    expect(found.assignments.map(({ personId, part }) => `${personId} ${part}`)).toEqual(['ada lead']);
  });

  it('makes forecasts', () => {
    const job = {
      type: 'train-size',
      question: { items: [{ id: 'a', failure: 0.1, services: [], dependsOn: [] }], beta: 0 },
      mostTrains: 2,
    } as const;

    expect(runJob(job)).toEqual(runForecast(job));
  });
});
