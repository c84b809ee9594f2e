import { describe, expect, it } from 'vitest';
import { bestText, slotsByDay } from '../../../../../renderer/features/windows/allowed/day-slots.ts';
import type { Slot } from '../../../../../shared/model/verdict.ts';
import { anInstant, aZone } from '../../../../support/times.ts';

const berlin = aZone('Europe/Berlin');

/** A slot of an hour that starts at a time in Berlin's winter. */
function slot(local: string, score: number, hours = 1): Slot {
  const start = anInstant(`${local}+01:00`);
  return { span: { start, end: start + hours * 3_600_000 }, score, parts: [] } as unknown as Slot;
}

function texts(slots: readonly Slot[]): readonly string[] {
  return slotsByDay(slots, 60, berlin).map((line) => `${bestText(line, 'hour', berlin)}; ${line.slots.length}`);
}

describe('renderer/features/windows/allowed/day-slots', () => {
  it('makes one line of a day, by its best, with those right after it that are as good', () => {
    const ranked = [
      slot('2027-01-14T09:00', 100),
      slot('2027-01-14T10:00', 100),
      slot('2027-01-14T11:00', 100),
      slot('2027-01-14T15:00', 100),
      slot('2027-01-13T23:30', 90),
      slot('2027-01-14T12:00', 80),
    ];

    expect(texts(ranked)).toEqual([
      'Thu 14 Jan, 09:00 to 12:00, any hour; 5',
      'Wed 13 Jan, 23:30 to Thu 14 Jan, 00:30; 1',
    ]);
  });

  it('calls the midnight that ends the day 24:00', () => {
    expect(texts([slot('2027-01-14T22:00', 100), slot('2027-01-14T23:00', 100)])).toEqual([
      'Thu 14 Jan, 22:00 to 24:00, any hour; 2',
    ]);
  });

  it('keeps the order of the days by their best, the earlier of two that are as good first', () => {
    const ranked = [slot('2027-01-15T09:00', 100), slot('2027-01-18T09:00', 100), slot('2027-01-14T09:00', 70)];

    expect(slotsByDay(ranked, 60, berlin).map(({ day }) => day)).toEqual(['2027-01-15', '2027-01-18', '2027-01-14']);
  });

  it('lists the slots of a day by their start', () => {
    const [line] = slotsByDay([slot('2027-01-14T15:00', 90), slot('2027-01-14T09:00', 80)], 60, berlin);

    expect(line?.slots.map(({ score }) => score)).toEqual([80, 90]);
  });
});
