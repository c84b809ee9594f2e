import { describe, expect, it } from 'vitest';
import { createRunTally } from '../../../../electron/core/sync/run-tally.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { instant } from '../../../../shared/model/time.ts';
import { tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/run-tally', () => {
  const tallyOf = () =>
    createRunTally({ id: 'r', trigger: 'cli', startedAt: instant(1), connection: tinyConnection() });
  const row = (reason: string) => ({ stream: 's', reason, sample: '' });

  it('adds up what was written', () => {
    const tally = tallyOf();
    tally.add({ pages: 2, rows: { commit: 3, job: 1 }, removed: { job: 5 }, dropped: [row('a')] });
    tally.add({ pages: 1, rows: { commit: 2 }, removed: {}, dropped: [] });

    expect(tally.running()).toEqual({
      id: 'r',
      connectionId: 'tiny',
      trigger: 'cli',
      state: 'running',
      startedAt: 1,
      finishedAt: null,
      pages: 3,
      rows: { commit: 5, job: 1 },
      droppedCount: 1,
      dropped: [row('a')],
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    });
    expect(tally.rows()).toBe(6);
  });

  it('counts every dropped row and keeps twenty', () => {
    const tally = tallyOf();
    for (const size of [15, 15, 1]) {
      const dropped = Array.from({ length: size }, (_, index) => row(`${size}.${index}`));
      tally.add({ pages: 1, rows: {}, removed: {}, dropped });
    }

    const { droppedCount, dropped } = tally.running();
    expect([droppedCount, dropped.length, dropped.at(-1)?.reason]).toEqual([31, 20, '15.4']);
  });

  it('says how it ended', () => {
    const failure = new Failure('PROVIDER_NOT_FOUND', 'No such thing.', { remedy: 'Look again.' });
    const ended = (how: Parameters<ReturnType<typeof tallyOf>['ended']>[1]) => tallyOf().ended(instant(9), how);

    expect(ended([])).toMatchObject({ state: 'succeeded', finishedAt: 9, errorCode: null });
    expect(ended('cancelled')).toMatchObject({ state: 'cancelled', errorCode: null });
    expect(ended('interrupted')).toMatchObject({ state: 'interrupted', errorCode: null });
    expect(ended([failure])).toMatchObject({
      state: 'failed',
      errorCode: 'PROVIDER_NOT_FOUND',
      errorMessage: 'No such thing.',
      errorRemedy: 'Look again.',
    });
    expect(ended([failure, failure, failure]).errorMessage).toBe('No such thing. 2 more could not be read either.');
  });
});
