import { describe, expect, it } from 'vitest';
import { type PlainModel, runForecast } from '../../../../electron/core/forecast/forecast-job.ts';
import type { PersonId } from '../../../../shared/model/ids.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

/** One item a working day, from a Monday on. */
const model: PlainModel = {
  from: aDay('2026-11-23'),
  seed: 1,
  runs: 200,
  days: aCalendar(),
  members: [],
  absences: [],
  historicPresence: 1,
  history: {
    from: aDay('2026-08-31'),
    to: aDay('2026-11-22'),
    finished: new Array(60).fill(1),
    discovered: [],
    undone: 0,
    together: 1,
    typed: null,
  },
};

describe('electron/core/forecast/forecast-job', () => {
  it('answers each kind of question', () => {
    const done = runForecast({ type: 'when-done', items: 5, model });
    const many = runForecast({ type: 'how-many', by: aDay('2026-11-27'), model });
    const question = { overheadHours: 0, teamHoursPerDay: 40, trainsInHistory: 0, ci: null, releases: [] };
    const table = runForecast({ type: 'cadence', question, model });
    const readings = runForecast({ type: 'readings', readings: [{ items: 1, model }] });
    const split = runForecast({
      type: 'train-size',
      question: { items: [{ id: 'a', failure: 0.1, services: [], dependsOn: [] }], beta: 0 },
      mostTrains: 2,
    });

    expect(done.percentiles[0]?.day).toBe('2026-11-27');
    expect(many.percentiles[0]?.items).toBe(5);
    expect(table.rows).toHaveLength(4);
    expect(readings.map(({ percentiles }) => percentiles[0]?.day)).toEqual(['2026-11-23']);
    expect(split.rows[0]?.maxRisk).toBeCloseTo(0.1, 10);
  });

  it('counts nobody on days on which all are away', () => {
    const personId = 'person-1' as PersonId;
    const away = { id: 'absence-1' as never, personId, firstDay: model.from, lastDay: model.from, reason: '' };

    const done = runForecast({
      type: 'when-done',
      items: 1,
      model: { ...model, members: [personId], absences: [away] },
    });

    expect(done.percentiles[0]?.day).toBe('2026-11-24');
  });
});
