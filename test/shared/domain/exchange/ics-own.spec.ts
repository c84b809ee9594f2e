import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  eventName,
  ownCron,
  ownJournal,
  ownKind,
  PRODUCT,
  ruleName,
} from '../../../../shared/domain/exchange/ics-own.ts';

function event(product: string, ...lines: readonly string[]): ICAL.Component {
  const text = ['BEGIN:VCALENDAR', `PRODID:${product}`, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\r\n',
  );
  return new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? expect.fail('no event');
}

describe('shared/domain/exchange/ics-own', () => {
  it('hears what an event is in an own calendar alone', () => {
    expect(ownKind(event(PRODUCT, 'CATEGORIES:Maintenance'))).toBe('maintenance');
    expect(ownKind(event(PRODUCT, 'CATEGORIES:Party'))).toBeNull();
    expect(ownKind(event('-//Else//EN', 'CATEGORIES:Maintenance'))).toBeNull();
  });

  it('takes off a name what it put before it, and nothing else', () => {
    expect(ruleName('freeze', eventName('freeze', 'Christmas'))).toBe('Christmas');
    expect(ruleName('freeze', 'Window: Christmas')).toBe('Window: Christmas');
  });

  it('finds the rule of cron that a time is of, unless somebody spoiled it', () => {
    const cron = 'X-SIGNALBOX-CRON:["0 18 * * FRI"\\,"0 8 * * MON"\\,"UTC"]';
    const plain = 'X-SIGNALBOX-CRON:["0 18 * * FRI","0 8 * * MON","UTC"]';

    expect(ownCron(event(PRODUCT, 'RELATED-TO:r1', plain))).toMatchObject({
      uid: 'r1',
      holds: { by: 'cron', zone: 'UTC' },
    });
    expect(ownCron(event(PRODUCT, 'RELATED-TO:r1', 'X-SIGNALBOX-CRON:[oops'))).toBeNull();
    expect(ownCron(event(PRODUCT, cron))).toBeNull();
  });

  it('hears which state of the plan an own calendar shows, and nothing that is no such mark', () => {
    const marked = (product: string, mark: string) =>
      ownJournal(
        new ICAL.Component(
          ICAL.parse(`BEGIN:VCALENDAR\r\nPRODID:${product}\r\nX-SIGNALBOX-JOURNAL:${mark}\r\nEND:VCALENDAR`),
        ),
      );
    const hash = '0f'.repeat(32);

    expect(marked(PRODUCT, `12 ${hash}`)).toEqual({ seq: 12, hash });
    expect(marked(PRODUCT, '12')).toBeNull();
    expect(marked('-//Else//EN', `12 ${hash}`)).toBeNull();
  });
});
