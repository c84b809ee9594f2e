import { beforeAll, describe, expect, it } from 'vitest';
import { createHolidaySource } from '../../../electron/core/holidays.ts';

describe('electron/core/holidays', () => {
  const source = createHolidaySource();
  beforeAll(() => source.ready());

  // From the public calendars: gesetze-im-internet.de, opm.gov, gov.uk, spa.gov.sa.
  it.each([
    ['DE-BY', 2026, '2026-01-06', 'Epiphany'],
    ['US', 2026, '2026-07-03', 'Independence Day (substitute day)'],
    ['GB-ENG', 2026, '2026-12-28', 'Boxing Day (substitute day)'],
    ['SA', 2026, '2026-09-23', 'National Day'],
  ])('knows for %s in %i the day %s', (country, year, holiday, name) => {
    const days = new Map<string, string>(source.of(country, year, year));

    expect(days.get(holiday)).toBe(name);
  });

  it('knows that Epiphany is worked in Berlin', () => {
    expect(new Map<string, string>(source.of('DE-BE', 2026, 2026)).has('2026-01-06')).toBe(false);
  });

  it('reads a feast that begins at sunset as the days after', () => {
    const feast = [...source.of('SA', 2026, 2026)].filter(([, name]) => name.includes('Fitr')).map(([day]) => day);

    expect(feast).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']);
  });

  it('has none for no country', () => {
    expect(source.of(null, 2020, 2030).size).toBe(0);
  });

  it.each(['XX', 'DE-ZZ', 'DE-BY-ZZ', '__proto__', 'constructor'])('refuses %s, which is no place', (country) => {
    expect(() => source.of(country, 2026, 2026)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', where: 'calendar.holidays' }),
    );
  });

  it('lists the countries by name, each followed by its regions', () => {
    const places = source.places();
    const bavaria = places.findIndex(({ code }) => code === 'DE-BY');
    const germany = places.findIndex(({ code }) => code === 'DE');
    const greece = places.findIndex(({ code }) => code === 'GR');

    expect(places[bavaria]).toEqual({ code: 'DE-BY', name: 'Germany, Bayern' });
    expect([germany < bavaria, bavaria < greece]).toEqual([true, true]);
  });

  it('names only places that it also knows the holidays of', () => {
    const unknown = source.places().filter(({ code }) => source.of(code, 2026, 2026) === undefined);

    expect(unknown).toEqual([]);
  });
});
