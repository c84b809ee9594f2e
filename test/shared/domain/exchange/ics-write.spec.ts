import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../shared/domain/exchange/ics-events.ts';
import { type CalendarEntry, writeCalendar } from '../../../../shared/domain/exchange/ics-write.ts';
import { instant } from '../../../../shared/model/time.ts';
import { aZone } from '../../../support/times.ts';

const at = instant(Date.UTC(2026, 10, 23, 9));

function moments(start: number, end: number | null): CalendarEntry['times'] {
  return { by: 'moments', start: instant(start), end: end === null ? null : instant(end) };
}

function entry(changes: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'release-1',
    rule: null,
    kind: 'freeze',
    name: 'Payments 2026.49',
    description: '',
    times: moments(Date.UTC(2026, 11, 1, 19), Date.UTC(2026, 11, 1, 21)),
    cancelled: false,
    ...changes,
  };
}

function write(entries: readonly CalendarEntry[], name = 'x', description = ''): string {
  return writeCalendar({ name, description, at, entries, journal: { seq: 7, hash: 'ab'.repeat(32) } });
}

describe('shared/domain/exchange/ics-write', () => {
  it('writes what a reader of RFC 5545 expects', () => {
    expect(write([entry()], 'Trains', 'All of it').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'PRODID:-//Signalbox//Signalbox//EN',
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Trains',
      'X-WR-CALDESC:All of it',
      'X-SIGNALBOX-JOURNAL:7 ababababababababababababababababababababababababababa',
      ' bababababab',
      'BEGIN:VEVENT',
      'UID:release-1',
      'DTSTAMP:20261123T090000Z',
      'DTSTART:20261201T190000Z',
      'DTEND:20261201T210000Z',
      'SUMMARY:Payments 2026.49',
      'CATEGORIES:Freeze',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('gives a point in time no end, and says what was called off', () => {
    const text = write([entry({ times: moments(0, null), cancelled: true })]);

    expect(text).not.toContain('DTEND');
    expect(text).toContain('STATUS:CANCELLED');
  });

  it('folds long lines and keeps text from breaking out of its line', () => {
    const name = `A, b; c\\ \nBEGIN:VEVENT ${'ä'.repeat(100)}`;

    const text = write([entry({ name })]);
    const back = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

    expect(back).toHaveLength(1);
    expect(back[0]?.getFirstPropertyValue('summary')).toBe(name);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
  });

  it('keeps each thing’s identity through export and import: points, spans and what was called off', () => {
    const some = fc.record({
      uid: fc.uuid(),
      start: fc.integer({ min: 28_000_000, max: 31_000_000 }),
      minutes: fc.option(fc.integer({ min: 1, max: 100_000 })),
      cancelled: fc.boolean(),
    });

    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ uid }) => uid, maxLength: 8 }), (all) => {
        const entries = all.map(({ uid, start, minutes, cancelled }) => {
          const from = start * 60_000;
          return entry({ uid, times: moments(from, minutes === null ? null : from + minutes * 60_000), cancelled });
        });

        const read = readCalendar(write(entries), aZone('UTC'));

        // A point in time cannot be a window, and is named as what cannot be taken, by its own uid.
        const standing = all.filter(({ cancelled }) => !cancelled);
        const [points, spans] = [true, false].map((isPoint) =>
          standing.filter(({ minutes }) => (minutes === null) === isPoint).map(({ uid }) => uid),
        );
        expect(read.events.map(({ uid }) => uid)).toEqual(spans);
        expect(read.problems.map(({ uid }) => uid)).toEqual(points);
        expect(read.cancelled).toBe(entries.length - standing.length);
      }),
    );
  });

  it('is read back as it was written', () => {
    const minute = fc.integer({ min: 28_000_000, max: 31_000_000 }).map((minutes) => minutes * 60_000);
    const some = fc.record({
      uid: fc.uuid(),
      name: fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
      start: minute,
      minutes: fc.integer({ min: 1, max: 100_000 }),
    });

    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ uid }) => uid, maxLength: 5 }), (all) => {
        const entries = all.map(({ uid, name, start, minutes }) =>
          entry({ uid, name, times: moments(start, start + minutes * 60_000) }),
        );

        const { events, problems } = readCalendar(write(entries), aZone('Asia/Tokyo'));

        expect(problems).toEqual([]);
        expect(events.map(({ uid, holds }) => [uid, holds.by])).toEqual(entries.map(({ uid }) => [uid, 'once']));
      }),
    );
  });
});
