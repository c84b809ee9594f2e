import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runJob } from '../../../../electron/core/compute/compute-job.ts';
import {
  type ComputeThread,
  computeWorkerUrl,
  createComputeThread,
  FORECASTS,
  ROSTERS,
} from '../../../../electron/core/compute/compute-thread.ts';
import type { ForecastJob } from '../../../../electron/core/forecast/forecast-job.ts';
import type { PersonId } from '../../../../shared/model/ids.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function job(items: number, runs = 500): Extract<ForecastJob, { type: 'when-done' }> {
  const person = 'person-1' as PersonId;
  return {
    type: 'when-done',
    items,
    model: {
      from: aDay('2026-11-23'),
      seed: 7,
      runs,
      days: aCalendar(undefined, ['2026-12-25']),
      members: [person],
      absences: [
        {
          id: 'absence-1' as never,
          personId: person,
          firstDay: aDay('2026-12-01'),
          lastDay: aDay('2026-12-02'),
          reason: '',
        },
      ],
      historicPresence: 1,
      history: {
        from: aDay('2026-08-31'),
        to: aDay('2026-11-22'),
        finished: [0, 1, 2, 0, 3],
        discovered: [0, 1, 0],
        undone: 0,
        together: 1,
        typed: null,
      },
    },
  };
}

/** Takes seconds where nobody ends it. */
const LONG = job(50_000, 20_000);

describe('electron/core/compute/compute-thread', () => {
  let thread: ComputeThread;
  afterEach(() => thread.close());

  it('answers as the same work done in place, for the same seed', async () => {
    thread = createComputeThread(FORECASTS);

    const found = await thread.run(job(40));

    expect(found).toEqual(runJob(job(40)));
    expect(found.percentiles[1]?.day).toMatch(/^202[67]-/);
  });

  it('lets others go on meanwhile, and does one job after another', async () => {
    thread = createComputeThread(FORECASTS);
    let turns = 0;
    let done = 0;
    const all = [10, 20, 30].map((items) => thread.run(job(items, 10_000)).finally(() => (done += 1)));
    while (done < 3) {
      turns += 1;
      await nextTurn();
    }

    const answers = await Promise.all(all);

    expect(turns).toBeGreaterThan(50);
    expect(answers.map(({ items }) => items)).toEqual([10, 20, 30]);
  });

  it('hands on what is refused, in words', async () => {
    thread = createComputeThread(FORECASTS);

    await expect(thread.run(job(-1))).rejects.toMatchObject({ code: 'BAD_INPUT', where: 'items' });
    await expect(thread.run(job(1))).resolves.toMatchObject({ items: 1 });
  });

  it('cancels what runs and what waits, and goes on with the rest', async () => {
    thread = createComputeThread(FORECASTS);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = thread.run(LONG, running.signal);
    const second = thread.run(job(5), waiting.signal);
    const third = thread.run(job(6));

    waiting.abort();
    running.abort();

    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(second).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(third).resolves.toMatchObject({ items: 6 });
    await expect(thread.run(job(1), running.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('says so when the thread dies, and starts another for the next', async () => {
    const dying = `data:text/javascript,${encodeURIComponent(
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));",
    )}`;
    thread = createComputeThread(FORECASTS, new URL(dying));

    for (const items of [1, 2]) {
      await expect(thread.run(job(items))).rejects.toMatchObject({
        code: 'INTERNAL',
        message: 'The forecast stopped before it was done.',
        remedy: expect.stringContaining('Ask again'),
      });
    }
  });

  it('calls what stopped by what it is for', async () => {
    thread = createComputeThread(ROSTERS, pathToFileURL('/no-such-folder/compute-worker.js'));

    await expect(thread.run(job(1))).rejects.toMatchObject({
      message: 'The rota stopped before it was done.',
      remedy: 'Ask again; if it stops again, ask for fewer releases.',
    });
  });

  it('says so when its program is not there', async () => {
    thread = createComputeThread(FORECASTS, pathToFileURL('/no-such-folder/compute-worker.js'));

    await expect(thread.run(job(1))).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('refuses everything once closed', async () => {
    thread = createComputeThread(FORECASTS);
    const running = thread.run(LONG);
    const waiting = thread.run(job(1));
    const refused = [running, waiting].map((each) => expect(each).rejects.toMatchObject({ code: 'UNAVAILABLE' }));

    await thread.close();

    await Promise.all(refused);
    await expect(thread.run(job(1))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('finds its program beside the sources, and in its own folder where everything is built', () => {
    const source = pathToFileURL('/app/electron/core/compute/compute-thread.ts').href;
    const built = pathToFileURL('/app/dist/chunks/core-abc.js').href;

    expect(computeWorkerUrl(source).pathname).toMatch(/\/app\/electron\/core\/compute\/compute-worker\.ts$/);
    expect(computeWorkerUrl(built).pathname).toMatch(/\/app\/dist\/core\/compute-worker\.js$/);
  });
});
