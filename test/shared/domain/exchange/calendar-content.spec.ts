import { describe, expect, it } from 'vitest';
import { contentWords, hasContent } from '../../../../shared/domain/exchange/calendar-content.ts';
import { type CalendarContent, CalendarContent as Content } from '../../../../shared/model/feed.ts';

const names = { trains: new Map([['train-1', 'Payments']]), people: new Map([['person-1', 'Ada']]) };
const content = (changes: object): CalendarContent => ({ ...Content.parse({ trainIds: null }), ...changes });

describe('shared/domain/exchange/calendar-content', () => {
  it.each([
    [{}, 'Every train · departures, milestones, windows and freezes'],
    [{ trainIds: ['train-1', 'train-2'], rules: false }, 'Payments, a removed train · departures, milestones'],
    [
      { departures: false, milestones: false, rules: false, duties: true, personIds: ['person-1', 'person-2'] },
      'Every train · duties of Ada, a removed person',
    ],
    [{ departures: false, milestones: false, rules: false }, 'Every train · nothing'],
  ])('says what is in it: %j', (changes, words) => {
    expect(contentWords(content(changes), names)).toBe(words);
  });

  it('knows whether there is anything in it', () => {
    const none = { departures: false, milestones: false, rules: false };

    expect(hasContent(content(none))).toBe(false);
    expect(hasContent(content({ ...none, duties: true }))).toBe(true);
  });
});
