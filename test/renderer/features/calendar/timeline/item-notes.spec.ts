import { describe, expect, it } from 'vitest';
import { type Band, bandSet } from '../../../../../renderer/features/calendar/timeline/bands.ts';
import { notesOf } from '../../../../../renderer/features/calendar/timeline/item-notes.ts';
import { buildModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { DAY, DAY_ZERO, itemOf, lane, release } from '../../../../support/timeline.ts';

function band(name: string, start: number, end: number, kind: Band['kind'] = 'freeze'): Band {
  return { kind, name, start: DAY_ZERO + start * DAY, end: DAY_ZERO + end * DAY };
}

describe('renderer/features/calendar/timeline/item-notes', () => {
  it('names what lies over an item once, freezes and maintenance apart', () => {
    const bands = bandSet([
      band('End', -1, 1),
      band('End', 0, 2),
      band('Disks', -1, 1, 'maintenance'),
      band('Later', 3, 4),
    ]);
    const model = buildModel([{ ...lane('t', [release('r')]), bands }], DAY_ZERO);

    expect(notesOf(model, itemOf(model, 'r'))).toEqual(['During maintenance “Disks”', 'During freeze “End”']);
  });
});
