import { describe, expect, it } from 'vitest';
import { bringing } from '../../../../shared/domain/exchange/came-along.ts';
import { anInstant } from '../../../support/times.ts';

describe('shared/domain/exchange/came-along', () => {
  const on = (date: string) => ({
    start: anInstant(`2026-12-${date}T09:00:00Z`),
    end: anInstant(`2026-12-${date}T17:00:00Z`),
  });
  const booked = (id: string, forWhom: string, date: string, environmentId = 'host') => {
    return { id, environmentId, forWhom, span: on(date) };
  };
  const along = { forWhom: 'R1', span: on('15') };

  it('is the booking for the same, of several the nearest', () => {
    const all = [booked('far', 'R1', '01'), booked('other', 'R2', '15'), booked('near', 'R1', '17')];

    expect(bringing(along, 'host', all)?.id).toBe('near');
  });

  it('is the only one that it meets, where none is for the same', () => {
    const all = [booked('other', 'R2', '15'), booked('later', 'R3', '16'), booked('elsewhere', 'R1', '15', 'db')];

    expect(bringing(along, 'host', all)?.id).toBe('other');
    expect(bringing(along, 'host', [...all, booked('third', 'R4', '15')])).toBeUndefined();
  });
});
