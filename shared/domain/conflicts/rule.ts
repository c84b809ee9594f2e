import type { Conflict } from '../../model/conflict.ts';
import type { Edit, PlanChange } from './plan.ts';
import type { PlanView } from './view.ts';

/** One clash by itself, however it is reported. */
export interface Clash {
  /** The key of its own conflict. */
  readonly key: string;
  /** The keys of the crowds that it is reported in where it has no conflict of its own. */
  readonly crowds: readonly string[];
}

/** What a rule says besides, whose conflicts stand for more than one clash each, or for parts of one another. */
export interface RuleParts {
  /** The subjects that an edit can bring new clashes to, among those touched. */
  readonly centres: (view: PlanView, edit: Edit) => Iterable<string>;
  /** Every clash that a subject has part in, crowds taken apart. */
  readonly clashes: (view: PlanView, subject: string) => readonly Clash[];
  /** Whether a clash is no more than a part of what was there before the change that `back` takes back. */
  readonly isRemainder?: (view: PlanView, clash: Clash, subject: string, back: PlanChange) => boolean;
  /** Asked before a change; the answer says after it whether anything of a conflict still holds. */
  readonly watch?: (view: PlanView, conflict: Conflict, subject: string) => (view: PlanView) => boolean;
}

/**
 * One kind of conflict, found subject by subject: a subject is a release or a booking, by its id. What is found under one
 * depends on nothing but the view, so that an index can keep it until an edit touches the subject.
 */
export interface Rule {
  readonly name: Conflict['kind'];
  /** What its subjects are. */
  readonly over: 'releases' | 'bookings' | 'both';
  /** The conflicts under a subject; none for one that is not known. No two subjects have a conflict in common. */
  readonly find: (view: PlanView, subject: string) => readonly Conflict[];
  /**
   * The subjects under which an edit may change what is found; asked before a change and after it. `moved` is how many
   * deployments and bookings the whole change may move.
   */
  readonly touched: (view: PlanView, edit: Edit, moved: number) => Iterable<string>;
  /** Absent where every conflict is one clash. */
  readonly parts?: RuleParts;
}

/** Whether anything of a conflict still holds after a change: asked before it, answered after it. */
export function watchOver(
  { find, parts }: Rule,
  view: PlanView,
  conflict: Conflict,
  subject: string,
): (view: PlanView) => boolean {
  if (parts === undefined) return (after) => find(after, subject).some(({ key }) => key === conflict.key);
  if (parts.watch) return parts.watch(view, conflict, subject);
  const own = parts.clashes(view, subject);
  const keys = new Set(own.flatMap(({ key, crowds }) => ([key, ...crowds].includes(conflict.key) ? [key] : [])));
  return (after) => parts.clashes(after, subject).some(({ key }) => keys.has(key));
}
