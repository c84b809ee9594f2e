import type { CalendarRow } from '../../../../shared/contract/exchange.ts';
import { formatCount } from '../../../lib/format.ts';

/** What importing a calendar would do. */
export interface CalendarPreview {
  readonly name: string;
  readonly rows: readonly CalendarRow[];
  readonly gone: readonly { readonly uid: string; readonly name: string }[];
  readonly cancelled: number;
}

/** Whether an event can be taken: it brings something new, and nothing is wrong with it. */
export function canTake({ state }: CalendarRow): boolean {
  return state === 'new' || state === 'changed';
}

/** The events that are to be taken: those that can be, but for those that were unticked. */
export function acceptedUids(rows: readonly CalendarRow[], unticked: ReadonlySet<string>): readonly string[] {
  return [...new Set(rows.filter(canTake).map(({ uid }) => uid))].filter((uid) => !unticked.has(uid));
}

/** What the file holds, counted: `12 events: 3 new, 1 changed, 8 without a change.` */
export function previewWords({ rows, cancelled }: CalendarPreview): string {
  const count = (state: CalendarRow['state']) => rows.filter((row) => row.state === state).length;
  const parts = [
    [count('new'), 'new'],
    [count('changed'), 'changed'],
    [count('same'), 'without a change'],
    [count('problem'), 'that cannot be taken'],
  ] as const;
  const said = parts.flatMap(([many, words]) => (many === 0 ? [] : [`${many} ${words}`]));
  const off =
    cancelled === 0
      ? ''
      : ` ${formatCount(cancelled, 'event')} called off in the file ${cancelled === 1 ? 'is' : 'are'} left out.`;
  return `${formatCount(rows.length, 'event')}${said.length === 0 ? '' : `: ${said.join(', ')}`}.${off}`;
}
