import type { CalendarContent } from '../../model/feed.ts';

/** The names of trains and people by their ids. */
export interface ContentNames {
  readonly trains: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

function named(ids: readonly string[], names: ReadonlyMap<string, string>, gone: string): string {
  return ids.map((id) => names.get(id) ?? gone).join(', ');
}

/** Whether a calendar would have anything in it. */
export function hasContent({ departures, milestones, rules, duties }: CalendarContent): boolean {
  return departures || milestones || rules || duties;
}

/** What a calendar has in it, in words: `Every train · departures, milestones, duties of Ada`. */
export function contentWords(content: CalendarContent, names: ContentNames): string {
  const { trainIds, personIds, departures, milestones, rules, duties } = content;
  const whose = personIds === null ? '' : ` of ${named(personIds, names.people, 'a removed person')}`;
  const parts = [
    departures && 'departures',
    milestones && 'milestones',
    rules && 'windows and freezes',
    duties && `duties${whose}`,
  ].filter((part) => part !== false);
  const trains = trainIds === null ? 'Every train' : named(trainIds, names.trains, 'a removed train');
  return `${trains} · ${parts.length === 0 ? 'nothing' : parts.join(', ')}`;
}
