import { describe, expect, it } from 'vitest';
import { momentWords } from '../../../../shared/domain/calendar/moment-words.ts';
import { anInstant, aZone } from '../../../support/times.ts';

describe('shared/domain/calendar/moment-words', () => {
  it.each([
    ['Europe/Berlin', 'Thu 2 Jul 2026, 00:30 UTC+02:00'],
    ['UTC', 'Wed 1 Jul 2026, 22:30 UTC'],
    ['America/St_Johns', 'Wed 1 Jul 2026, 20:00 UTC-02:30'],
  ])('tells a moment on the clock of its reader in %s', (zone, words) => {
    expect(momentWords(anInstant('2026-07-01T22:30Z'), aZone(zone))).toBe(words);
  });
});
