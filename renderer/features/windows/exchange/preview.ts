import type { CalendarRow } from '../../../../shared/contract/exchange.ts';
import { sentence } from '../../../../shared/domain/text/sentence.ts';
import type { RuleFact, RuleFacts } from '../../../../shared/model/imported-rule.ts';
import { formatCount } from '../../../lib/format.ts';
import { clockWords, whenWords } from '../../../lib/when-words.ts';
import { kindLooks } from '../kinds.ts';

/** What importing a calendar would do. */
export interface CalendarPreview {
  readonly name: string;
  readonly rows: readonly CalendarRow[];
  readonly gone: readonly { readonly uid: string; readonly name: string }[];
  readonly cancelled: number;
  readonly plan: number;
}

/** Whether an event can be taken: it brings something new, and nothing is wrong with it. */
export function canTake({ state }: CalendarRow): boolean {
  return state === 'new' || state === 'changed';
}

const FACT_NAMES: Readonly<Record<RuleFact, string>> = {
  kind: 'Kind',
  name: 'Name',
  reason: 'Reason',
  holds: 'Times',
};

function factWords(fact: RuleFact, facts: RuleFacts | null): string {
  if (facts === null) return 'nothing';
  if (fact === 'kind') return kindLooks[facts.kind].label.toLowerCase();
  if (fact === 'holds')
    return `${whenWords(facts.holds)}${facts.holds.by === 'once' ? '' : ` (${clockWords(facts.holds)})`}`;
  return facts[fact] === '' ? 'nothing' : `“${facts[fact]}”`;
}

/** What becomes of an event, fact by fact, and what is read otherwise than it is written; or why it cannot be taken. */
export function rowWords({ problem, changed, kept, here, there, notes }: CalendarRow): string {
  if (problem !== null) return sentence(problem);
  const changes = changed.map(
    (fact) => `${FACT_NAMES[fact]}: ${factWords(fact, here)} becomes ${factWords(fact, there)}.`,
  );
  const stays = kept.map(
    (fact) =>
      `${FACT_NAMES[fact]}: ${factWords(fact, here)} was set by hand and stays; the file says ${factWords(fact, there)}.`,
  );
  return [...changes, ...stays, ...notes.map(sentence)].join(' ');
}

/** The events that are to be taken: those that can be, but for those that were unticked. */
export function acceptedUids(rows: readonly CalendarRow[], unticked: ReadonlySet<string>): readonly string[] {
  return [...new Set(rows.filter(canTake).map(({ uid }) => uid))].filter((uid) => !unticked.has(uid));
}

/** What the file holds, counted: `12 events: 3 new, 1 changed, 8 without a change.` */
export function previewWords({ rows, cancelled, plan }: CalendarPreview): string {
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
  const planned =
    plan === 0
      ? ''
      : ` ${formatCount(plan, 'release or milestone', 'releases and milestones')} of an exported plan ${plan === 1 ? 'is' : 'are'} no rules and left out.`;
  return `${formatCount(rows.length, 'event')}${said.length === 0 ? '' : `: ${said.join(', ')}`}.${off}${planned}`;
}
