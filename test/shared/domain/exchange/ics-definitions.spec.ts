import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  hasChanges,
  isDefinitionInYear,
  isDefinitionOf,
  offsetBy,
  zoneDefinedBy,
} from '../../../../shared/domain/exchange/ics-definitions.ts';
import { zoneDefinition } from '../../../../shared/domain/exchange/ics-zones.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { instant } from '../../../../shared/model/time.ts';
import { icsZone } from '../../../support/ics-file.ts';
import { aZone } from '../../../support/times.ts';

const CENTRAL = { winter: '+0100', summer: '+0200' };
const START = instant(Date.UTC(2026, 1, 1));

function defined(...lines: readonly string[]): ICAL.Component {
  return new ICAL.Component(ICAL.parse(lines.join('\r\n')));
}

/** What the product itself writes of a zone. */
function definitionFor(zone: string): ICAL.Component {
  return zoneDefinition({ by: 'zone', zone: aZone(zone) }, span(Date.UTC(2025, 0, 1), Date.UTC(2035, 0, 1)));
}

describe('shared/domain/exchange/ics-definitions', () => {
  it('says how far clocks are from UTC, and whether that changes', () => {
    const [central, nepal] = [CENTRAL, { winter: '+0545', summer: '+0545' }].map((one) =>
      defined(...icsZone('x', one)),
    ) as [ICAL.Component, ICAL.Component];
    const at = (text: string) => ICAL.Time.fromDateTimeString(text);

    expect([offsetBy(central, at('2026-01-15T12:00:00')), offsetBy(central, at('2026-07-15T12:00:00'))]).toEqual([
      60, 120,
    ]);
    expect(offsetBy(nepal, at('2026-07-15T12:00:00'))).toBe(345);
    expect([hasChanges(central), hasChanges(nepal)]).toEqual([true, false]);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Africa/Casablanca'])(
    'knows the definition of %s as that zone’s',
    (zone) => {
      expect(isDefinitionOf(definitionFor(zone), aZone(zone), START, 5)).toBe(true);
    },
  );

  it.each([
    ['another distance', 'Europe/Berlin', 'Europe/London'],
    ['no changes', 'America/New_York', 'EST'],
    ['changes on other days', 'America/New_York', 'America/Santiago'],
    ['changes at another hour of the same days', 'America/New_York', 'America/Havana'],
    ['changes at another hour, later', 'Europe/Helsinki', 'Asia/Beirut'],
  ])('tells zones apart that have %s', (_what, one, other) => {
    expect(isDefinitionOf(definitionFor(one), aZone(other), START, 5)).toBe(false);
    expect(isDefinitionOf(definitionFor(other), aZone(one), START, 5)).toBe(false);
  });

  it('says year by year whether a definition is a zone’s, from where it begins', () => {
    // Nothing is said of the summer before 2026-10-25, from which on it is that of Berlin.
    const lines = (dates: readonly [string, string]) =>
      icsZone('x', CENTRAL).map((line) =>
        line.replace(
          /^DTSTART:.*(0[23]0000)$/,
          (_all, time) => `DTSTART:${time === '020000' ? dates[0] : dates[1]}T${time}`,
        ),
      );
    const begun = defined(...lines(['20270328', '20261025']));
    const eastern = defined(...icsZone('x', { winter: '+0200', summer: '+0300' }));

    for (const _twice of [1, 2]) {
      expect(['2026', '2027', '2028'].map((year) => isDefinitionInYear(begun, aZone('Europe/Berlin'), year))).toEqual([
        true,
        true,
        true,
      ]);
      expect(isDefinitionInYear(begun, aZone('America/New_York'), '2027')).toBe(false);
      expect(isDefinitionInYear(eastern, aZone('Europe/Berlin'), '2027')).toBe(false);
    }
  });

  it('finds a zone for a definition, the reader’s own before others', () => {
    const central = defined(...icsZone('x', CENTRAL));

    expect(zoneDefinedBy(central, START, aZone('Europe/Paris'))).toBe('Europe/Paris');
    expect(zoneDefinedBy(central, START, aZone('Asia/Tokyo'))).toBe('Europe/Budapest');
    expect(zoneDefinedBy(definitionFor('America/New_York'), START, null)).toBe('America/New_York');
    expect(zoneDefinedBy(defined(...icsZone('x', { winter: '+0107', summer: '+0207' })), START, null)).toBeNull();
  });
});
