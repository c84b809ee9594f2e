import { describe, expect, it } from 'vitest';
import { failureFromData, failureToData } from '../../../electron/core/failure-data.ts';
import { Failure } from '../../../shared/model/failure.ts';

describe('electron/core/failure-data', () => {
  it('brings a failure whole through what carries only data', () => {
    const failure = new Failure('DISK_FULL', 'No room.', { where: 'plan.signalbox', remedy: 'Free some.' });

    const arrived = failureFromData(structuredClone(failureToData(failure)));

    expect(arrived).toBeInstanceOf(Failure);
    expect(arrived).toMatchObject({
      code: 'DISK_FULL',
      message: 'No room.',
      where: 'plan.signalbox',
      remedy: 'Free some.',
    });
  });

  it('says nothing of the inside of what nobody foresaw', () => {
    expect(failureToData(new Error('row 7 of table x'))).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong inside Signalbox.',
      where: null,
      remedy: null,
    });
  });
});
