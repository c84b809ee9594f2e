import type { Action } from '../lib/action-registry.ts';

/** Something that the palette can find. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
  /** More words that find it. */
  readonly words?: string | undefined;
}

/** An action as the palette finds it: by its name and its words, not by what it would act on just now. */
export function actionCandidate(action: Pick<Action, 'name' | 'label' | 'group' | 'words' | 'detail'>) {
  const { name, label, group, words = '', detail = null } = action;
  return { id: `action ${name}`, label, words: `${group} ${words}`, detail } satisfies Candidate & { detail: unknown };
}

/** Whether a query is the key that a label begins with: somebody who types it whole means just that ticket. */
export function isKeyOf(query: string, label: string): boolean {
  return label.toLowerCase().startsWith(`${query.trim().toLowerCase()} `) && /\d/.test(query);
}

/** How well a query fits a text, 0 for not at all; word starts and runs of letters count more. */
export function fit(query: string, text: string): number {
  const sought = query.toLowerCase().replaceAll(/\s+/g, '');
  const found = text.toLowerCase();
  if (sought === '') return 1;
  const whole = found.indexOf(query.toLowerCase().trim());
  if (whole === 0) return 1_000 - found.length * 0.1;
  if (whole > 0) return (/[^a-z0-9]/.test(found[whole - 1] ?? '') ? 800 : 600) - found.length * 0.1;
  return fitLetters(sought, found);
}

/** Letters in order with gaps: each letter scores, more at the start of a word and beside the letter before it. */
function fitLetters(sought: string, found: string): number {
  let score = 0;
  let from = 0;
  for (const letter of sought) {
    const at = found.indexOf(letter, from);
    if (at < 0) return 0;
    const startsWord = at === 0 || /[^a-z0-9]/.test(found[at - 1] ?? '');
    const followsLast = at === from && from > 0;
    score += startsWord ? 24 : 2;
    if (followsLast && !startsWord) score += 14;
    from = at + 1;
  }
  // Letters strewn over a long text are chance, not a match.
  return score >= sought.length * 8 ? score - found.length * 0.1 : 0;
}

/** The candidates that fit, best first, at most `limit`; equal ones keep their order. */
export function rank<C extends Candidate>(query: string, candidates: readonly C[], limit: number): readonly C[] {
  if (query.trim() === '') return candidates.slice(0, limit);
  return candidates
    .map((candidate, at) => ({
      candidate,
      at,
      score: Math.max(fit(query, candidate.label), fit(query, candidate.words ?? '\u0000') * 0.6),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.at - other.at)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
