import { describe, expect, it } from 'vitest';
import {
  pictureRange,
  pictureRows,
  pictureTicks,
} from '../../../../../renderer/features/windows/integration/picture-model.ts';
import { someProposal } from '../../../../support/some-proposal.ts';
import { anInstant, aZone, isoOf } from '../../../../support/times.ts';

const berlin = aZone('Europe/Berlin');

describe('renderer/features/windows/integration/picture-model', () => {
  it('draws windows with their releases, then the teams', () => {
    const rows = pictureRows(someProposal());
    expect(rows.map(({ kind, name, bars }) => `${kind} ${name}: ${bars.length}`)).toEqual([
      'window Integration: step 1: 1',
      'release Ledger 1.0: 2',
      'window Integration: step 2: 1',
      'release Shop 1.0: 2',
      'window Integration: all together: 1',
      'crew Berlin: 3',
      'crew York: 2',
    ]);
  });

  it('draws whole days of the reader, from what is ready to the last window, one day, or all where there is none', () => {
    const told = ({ start, end }: ReturnType<typeof pictureRange>) => [
      isoOf(start).slice(5, 16),
      isoOf(end).slice(5, 16),
    ];
    expect(told(pictureRange(someProposal(), null, berlin))).toEqual(['12-07T23:00', '12-08T23:00']);
    expect(told(pictureRange(someProposal(), 2, aZone('America/New_York')))).toEqual(['12-08T05:00', '12-09T05:00']);
    expect(told(pictureRange(someProposal({ windows: [] }), null, berlin))).toEqual(['12-06T23:00', '12-18T23:00']);
  });

  it('marks days, and hours between them where the time is short', () => {
    const start = anInstant('2026-12-07T23:00Z');
    const day = { start, end: anInstant('2026-12-08T23:00Z') };
    const week = { start, end: anInstant('2026-12-15T23:00Z') };
    expect(pictureTicks({ range: day, width: 480 }, berlin).map(({ at, label }) => `${label} ${at}`)).toEqual([
      '8 Dec 0',
      '03:00 60',
      '06:00 120',
      '09:00 180',
      '12:00 240',
      '15:00 300',
      '18:00 360',
      '21:00 420',
    ]);
    expect(pictureTicks({ range: week, width: 800 }, berlin)[0]).toEqual({ at: 0, label: '8 Dec' });
  });
});
