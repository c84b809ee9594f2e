import { Failure } from '../../shared/model/failure.ts';
import { type Day, day } from '../../shared/model/time.ts';

/** Public holidays of a country or region, by day. */
export type Holidays = ReadonlyMap<Day, string>;

/** A country or region by its code and name. */
export interface HolidayPlace {
  readonly code: string;
  readonly name: string;
}

export interface HolidaySource {
  /** Loads the holiday rules; await it once before `of`. */
  readonly ready: () => Promise<void>;
  /** The holidays of the years from `fromYear` to `toYear`; none for no country. Throws BAD_INPUT for an unknown one. */
  readonly of: (country: string | null, fromYear: number, toYear: number) => Holidays;
  /** Every country by its English name, each followed by its regions as they call themselves. */
  readonly places: () => readonly HolidayPlace[];
}

const QUARTER_DAY = 6 * 3_600_000;

type Library = typeof import('date-holidays').default;

function unknownPlace(country: string): Failure {
  return new Failure('BAD_INPUT', `No public holidays are known for ${country}.`, {
    where: 'calendar.holidays',
    remedy: 'Use a country code such as DE, a region such as DE-BY, or none.',
  });
}

function rulesOf(library: Library, country: string): InstanceType<Library> {
  const [land = '', state, region] = country.split('-');
  const known = new library();
  const knowsLand = Object.hasOwn(known.getCountries(), land);
  const knowsState = state === undefined || Object.hasOwn(known.getStates(land) ?? {}, state);
  const knowsRegion = region === undefined || Object.hasOwn(known.getRegions(land, state ?? '') ?? {}, region);
  if (!knowsLand || !knowsState || !knowsRegion) throw unknownPlace(country);
  const place = {
    country: land,
    ...(state === undefined ? {} : { state }),
    ...(region === undefined ? {} : { region }),
  };
  return new library(place, { types: ['public'], timezone: 'UTC', languages: ['en'] });
}

function placesOf(library: Library): readonly HolidayPlace[] {
  const known = new library();
  const countries = Object.entries(known.getCountries('en')).sort(([, one], [, other]) => one.localeCompare(other));
  return countries.flatMap(([code, country]) => [
    { code, name: country },
    ...Object.entries(known.getStates(code, 'en') ?? {}).map(([state, name]) => ({
      code: `${code}-${state}`,
      name: `${country}, ${name}`,
    })),
  ]);
}

/**
 * The civil days of a holiday. It may last several days; one that begins at sunset is kept on the days after,
 * so both ends are read a quarter of a day later.
 */
function daysOf(start: Date, end: Date): readonly Day[] {
  const days: Day[] = [];
  for (let at = start.getTime() + QUARTER_DAY; at < end.getTime() + QUARTER_DAY; at += 4 * QUARTER_DAY) {
    days.push(day(new Date(at).toISOString().slice(0, 10)));
  }
  return days;
}

/** Public holidays from date-holidays, loaded when first needed (it takes a quarter of a second) and kept by year. */
export function createHolidaySource(): HolidaySource {
  const kept = new Map<string, Holidays>();
  let library: Library | undefined;
  let loading: Promise<void> | undefined;
  let places: readonly HolidayPlace[] | undefined;
  const load = async () => {
    library = (await import('date-holidays')).default;
  };
  const ofYear = (country: string, year: number): Holidays => {
    if (library === undefined) throw new Error('holidays were asked for before they were ready');
    const key = `${country} ${year}`;
    const known = kept.get(key);
    if (known) return known;
    const holidays = rulesOf(library, country).getHolidays(year);
    const days = new Map(
      holidays.flatMap(({ start, end, name }) => daysOf(start, end).map((one) => [one, name] as const)),
    );
    kept.set(key, days);
    return days;
  };
  return {
    ready: () => {
      loading ??= load();
      return loading;
    },
    of: (country, fromYear, toYear) => {
      const days = new Map<Day, string>();
      if (country === null) return days;
      for (let year = fromYear; year <= toYear; year += 1) {
        for (const [holiday, name] of ofYear(country, year)) days.set(holiday, name);
      }
      return days;
    },
    places: () => {
      if (library === undefined) throw new Error('holidays were asked for before they were ready');
      places ??= placesOf(library);
      return places;
    },
  };
}
