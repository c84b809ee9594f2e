import type { Conflict } from '../../model/conflict.ts';
import { unknownScopeIn } from './cut-off-passed.ts';
import { type Unjudged, unjudgedIn } from './outside-window.ts';
import type { Edit, Plan, PlanChange } from './plan.ts';
import { changedPlan, planOf } from './plan-tables.ts';
import { rankConflicts } from './rank.ts';
import { type Clash, type Rule, watchOver } from './rule.ts';
import { RULES } from './rules.ts';
import { bookingsOf, releasesAhead, releasesOf } from './subjects.ts';
import { PlanView } from './view.ts';

/** What a change does to the conflicts of a plan. */
export interface ConflictDiff {
  readonly added: readonly Conflict[];
  readonly removed: readonly Conflict[];
  /** Conflicts that stay, but not as they were: another overlap, another count; as they are after the change. */
  readonly changed: readonly Conflict[];
  /**
   * Those of the added and changed ones that hold a clash which was not there before. What is added without it only has
   * another name: a part of a set that was above the capacity, a pair that belonged to a crowd.
   */
  readonly created: readonly Conflict[];
}

/** Whether a change resolves a conflict, wholly, and whether it creates another. */
export interface Trial {
  readonly resolved: boolean;
  readonly creates: boolean;
}

interface Found {
  readonly conflict: Conflict;
  readonly rule: Rule;
  readonly subject: string;
}

const STRUCTURE: ReadonlySet<string> = new Set(['train', 'environment', 'service', 'team', 'person']);

type Touched = ReadonlyMap<Rule, ReadonlySet<string>>;

/** How far a change reaches: what may be found anew, and what may be clashed with anew. */
interface Reach {
  readonly touched: Touched;
  readonly centres: Touched;
}

/** A change that has been made. */
interface Made {
  readonly change: PlanChange;
  readonly back: PlanChange;
  readonly centres: Touched;
}

const NOWHERE: Reach = { touched: new Map(), centres: new Map() };

/** A plan's conflicts, kept as the plan changes. Made once, by a full scan; a change looks only at what it touches. */
export class ConflictIndex {
  #view: PlanView;
  #found = new Map<string, Found>();
  /** Keys by rule and subject. */
  #under = new Map<Rule, Map<string, readonly string[]>>();
  #ranked: readonly Conflict[] | null = null;

  constructor(plan: Plan) {
    this.#view = new PlanView(plan);
    this.#scan();
  }

  /** The plan as it stands, made ready to be asked. It is the index's own: change it only through the index. */
  get view(): PlanView {
    return this.#view;
  }

  /** Every conflict, the most severe first, then the earliest. */
  all(): readonly Conflict[] {
    this.#ranked ??= rankConflicts([...this.#found.values()].map(({ conflict }) => conflict));
    return this.#ranked;
  }

  /** The conflict with a key; undefined where there is none. */
  get(key: string): Conflict | undefined {
    return this.#found.get(key)?.conflict;
  }

  /** What lies beyond the plan's horizon, and is not judged against windows, freezes and maintenances. */
  unjudged(): Unjudged {
    return unjudgedIn(this.#view);
  }

  /** By name, the releases after their cut-off of which it is not known what waits to board. */
  unknownScope(): readonly string[] {
    return unknownScopeIn(this.#view);
  }

  /** Changes the plan, and says what that did to its conflicts. */
  apply(change: PlanChange): ConflictDiff {
    if (change.some(({ kind }) => STRUCTURE.has(kind))) return this.#rebuild(change);
    const before = this.#reachOf(change, NOWHERE);
    const back = this.#edit(change);
    const reach = this.#reachOf([...change, ...back], before);
    const fresh = this.#freshClashes({ change, back, centres: reach.centres });
    const diff = this.#refresh(reach.touched);
    const created = new Map(diff.added.map((conflict) => [conflict.key, conflict]));
    for (const [rule, clashes] of fresh) {
      for (const { key } of diff.added.filter(({ kind }) => kind === rule.name)) created.delete(key);
      for (const { key, crowds } of clashes) {
        for (const each of this.#found.has(key) ? [key] : crowds) {
          const conflict = this.get(each);
          if (conflict !== undefined) created.set(each, conflict);
        }
      }
    }
    return { ...diff, created: rankConflicts([...created.values()]) };
  }

  /** What a change would do; the plan stays as it is. */
  preview(change: PlanChange): ConflictDiff {
    if (change.some(({ kind }) => STRUCTURE.has(kind))) {
      return new ConflictIndex(this.plan()).apply(change);
    }
    const kept = this.#ranked;
    const back = backOf(this.#view, change);
    const diff = this.apply(change);
    this.apply(back);
    this.#ranked = kept;
    return diff;
  }

  /** Whether a change would resolve a conflict and create no other; the plan stays as it is. Not for structural changes. */
  try(key: string, change: PlanChange): Trial {
    const found = this.#found.get(key);
    if (found === undefined) return { resolved: true, creates: false };
    const stillHolds = watchOver(found.rule, this.#view, found.conflict, found.subject);
    const before = this.#reachOf(change, NOWHERE);
    const back = this.#edit(change);
    try {
      const resolved = !stillHolds(this.#view);
      if (!resolved) return { resolved, creates: false };
      const { centres, touched } = this.#reachOf([...change, ...back], before);
      return { resolved, creates: this.#creates({ change, back, centres }, touched) };
    } finally {
      this.#edit(back);
    }
  }

  /** The plan as it stands, as plain data. */
  plan(): Plan {
    return planOf(this.#view.tables);
  }

  #scan(): void {
    this.#found = new Map();
    this.#under = new Map(RULES.map((rule) => [rule, new Map()]));
    this.#ranked = null;
    const ofReleases = RULES.filter(({ over }) => over !== 'bookings');
    const ofBookings = RULES.filter(({ over }) => over !== 'releases');
    // Subject by subject rather than rule by rule: what one rule has looked at is still at hand for the next.
    for (const id of releasesAhead(this.#view)) for (const rule of ofReleases) this.#keep(rule, id);
    for (const id of this.#view.tables.booking.keys()) for (const rule of ofBookings) this.#keep(rule, id);
  }

  #keep(rule: Rule, subject: string): readonly Conflict[] {
    const conflicts = rule.find(this.#view, subject);
    if (conflicts.length === 0) return conflicts;
    this.#under.get(rule)?.set(
      subject,
      conflicts.map(({ key }) => key),
    );
    for (const conflict of conflicts) this.#found.set(conflict.key, { conflict, rule, subject });
    return conflicts;
  }

  /** Makes the edits in order, and says those that take them back, in order. */
  #edit(change: PlanChange): PlanChange {
    return change.map((edit) => this.#view.edit(edit)).reverse();
  }

  /**
   * The subjects that edits touch, as the plan stands, and those that are known to be touched. Before a change they are
   * its own; after it also those that take it back, which know where things were.
   */
  #reachOf(change: PlanChange, known: Reach): Reach {
    const view = this.#view;
    const moved = movedBy(view, change);
    const gather = (all: ReadonlySet<string> | undefined, ask: (edit: Edit) => Iterable<string>) => {
      const subjects = new Set(all);
      for (const edit of change) for (const subject of ask(edit)) subjects.add(subject);
      return subjects;
    };
    const touched = new Map(
      RULES.map((rule) => [rule, gather(known.touched.get(rule), (edit) => rule.touched(view, edit, moved))]),
    );
    const centres = new Map(
      RULES.map((rule) => [rule, gather(known.centres.get(rule), (edit) => rule.parts?.centres(view, edit) ?? [])]),
    );
    return { touched, centres };
  }

  /** Finds anew what is under the subjects touched. */
  #refresh(touched: Touched): Omit<ConflictDiff, 'created'> {
    const old = new Map<string, Conflict>();
    for (const [rule, subjects] of touched) {
      for (const subject of subjects) {
        const under = this.#under.get(rule);
        for (const key of under?.get(subject) ?? []) {
          const found = this.#found.get(key);
          if (found) old.set(key, found.conflict);
        }
        under?.delete(subject);
      }
    }
    for (const key of old.keys()) this.#found.delete(key);
    const now = new Map<string, Conflict>();
    for (const [rule, subjects] of touched) {
      for (const subject of subjects) for (const each of this.#keep(rule, subject)) now.set(each.key, each);
    }
    this.#ranked = null;
    return diffOf(old, now);
  }

  /** The clashes that were not there before a change which has been made, for the rules that take crowds apart. */
  #freshClashes(made: Made): ReadonlyMap<Rule, readonly Clash[]> {
    return new Map(RULES.filter(({ parts }) => parts).map((rule) => [rule, [...this.#freshOf(rule, made)]] as const));
  }

  *#freshOf(rule: Rule, made: Made): Iterable<Clash> {
    const { parts } = rule;
    if (parts === undefined) return;
    for (const subject of made.centres.get(rule) ?? []) {
      const unknown = parts.clashes(this.#view, subject).filter(({ key }) => !this.#found.has(key));
      const grouped = unknown.some(({ crowds }) => crowds.some((key) => this.#found.has(key)));
      const before = grouped ? this.#clashesBefore(rule, subject, made) : new Set();
      for (const clash of unknown) {
        const isOld = before.has(clash.key) || parts.isRemainder?.(this.#view, clash, subject, made.back) === true;
        if (!isOld) yield clash;
      }
    }
  }

  #clashesBefore({ parts }: Rule, subject: string, { change, back }: Made): ReadonlySet<string> {
    this.#edit(back);
    const keys = new Set(parts?.clashes(this.#view, subject).map(({ key }) => key));
    this.#edit(change);
    return keys;
  }

  #creates(made: Made, touched: Touched): boolean {
    return RULES.some((rule) => {
      if (rule.parts) return this.#freshOf(rule, made)[Symbol.iterator]().next().done !== true;
      return [...(touched.get(rule) ?? [])].some((subject) =>
        rule.find(this.#view, subject).some(({ key }) => !this.#found.has(key)),
      );
    });
  }

  #rebuild(change: PlanChange): ConflictDiff {
    const old = new Map([...this.#found].map(([key, { conflict }]) => [key, conflict]));
    this.#view = new PlanView(changedPlan(this.plan(), change));
    this.#scan();
    const diff = diffOf(old, new Map([...this.#found].map(([key, { conflict }]) => [key, conflict])));
    return { ...diff, created: diff.added };
  }
}

function diffOf(old: ReadonlyMap<string, Conflict>, now: ReadonlyMap<string, Conflict>): Omit<ConflictDiff, 'created'> {
  const added = [...now.values()].filter(({ key }) => !old.has(key));
  const removed = [...old.values()].filter(({ key }) => !now.has(key));
  const changed = [...now.values()].filter((each) => {
    const before = old.get(each.key);
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(each);
  });
  return { added: rankConflicts(added), removed: rankConflicts(removed), changed: rankConflicts(changed) };
}

/** At most so many deployments and bookings does a change move. */
function movedBy(view: PlanView, change: PlanChange): number {
  let moved = change.length;
  for (const edit of change) {
    moved += bookingsOf(view, edit).length;
    for (const id of releasesOf(view, edit)) moved += view.deploymentsOf(id).length;
  }
  return moved;
}

/** What takes a change back, without making it. */
function backOf(view: PlanView, change: PlanChange): PlanChange {
  const made = change.map((edit) => view.edit(edit)).reverse();
  for (const edit of made) view.edit(edit);
  return made;
}

/** Finds every conflict of a plan, and keeps them as the plan changes. O(n log n + k) for n things and k conflicts. */
export function createConflictIndex(plan: Plan): ConflictIndex {
  return new ConflictIndex(plan);
}

/** Every conflict of a plan, the most severe first, then the earliest. */
export function findConflicts(plan: Plan): readonly Conflict[] {
  return new ConflictIndex(plan).all();
}
