import type { ScheduleRuleId } from '../../model/ids.ts';
import type { ScheduleRule } from '../../model/schedule-rule.ts';
import type { Occurrence, Target } from '../../model/verdict.ts';
import { bucketsOfScope, bucketsOfTarget, type ScopeTest, scopeTest } from '../freezes/scope-index.ts';
import type { PlanRule } from './plan.ts';
import { SpanIndex, type Spanned } from './span-index.ts';

/** One time that a rule holds; the test says of a target, its region as `withRegionKey` writes it, whether it is meant. */
export interface RuleTime {
  readonly rule: ScheduleRule;
  readonly occurrence: Occurrence;
  readonly test: ScopeTest;
}

interface ReadyRule {
  readonly id: ScheduleRuleId;
  readonly test: ScopeTest;
  readonly times: readonly Spanned<RuleTime>[];
}

function ready({ rule, occurrences }: PlanRule): ReadyRule {
  const test = scopeTest(rule.scope);
  const times = occurrences.map((occurrence) => ({
    id: `${rule.id} ${occurrence.key}`,
    span: occurrence.span,
    item: { rule, occurrence, test },
  }));
  return { id: rule.id, test, times };
}

function push<K, V>(lists: Map<K, V[]>, key: K, values: readonly V[]): void {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  // Not spread into one call: a rule can hold more times than a call takes arguments.
  for (const value of values) known.push(value);
}

/** The times that rules of one kind hold: all together, by the environments that they name, and by target. */
export class ScheduleIndex {
  readonly all: SpanIndex<RuleTime>;
  /** Of rules that name no environment. */
  readonly elsewhere: SpanIndex<RuleTime>;
  readonly #byEnvironment = new Map<string, SpanIndex<RuleTime>>();
  readonly #byBucket = new Map<string, ReadyRule[]>();
  /** What was found about targets before; forgotten when a rule changes. */
  readonly #about = new Map<string, SpanIndex<RuleTime> | null>();

  constructor(rules: readonly PlanRule[]) {
    const all: Spanned<RuleTime>[] = [];
    const elsewhere: Spanned<RuleTime>[] = [];
    const named = new Map<string, Spanned<RuleTime>[]>();
    for (const each of rules) {
      const one = ready(each);
      const { environments } = each.rule.scope;
      for (const time of one.times) all.push(time);
      if (environments.length === 0) for (const time of one.times) elsewhere.push(time);
      for (const environment of new Set(environments)) push(named, environment, one.times);
      for (const bucket of bucketsOfScope(each.rule.scope)) push(this.#byBucket, bucket, [one]);
    }
    this.all = new SpanIndex(all);
    this.elsewhere = new SpanIndex(elsewhere);
    for (const [environment, times] of named) this.#byEnvironment.set(environment, new SpanIndex(times));
  }

  /** The times of rules that name an environment. */
  naming(environment: string): SpanIndex<RuleTime> | undefined {
    return this.#byEnvironment.get(environment);
  }

  add(added: PlanRule): void {
    const one = ready(added);
    this.#about.clear();
    for (const bucket of bucketsOfScope(added.rule.scope)) push(this.#byBucket, bucket, [one]);
    for (const list of this.#listsOf(added)) for (const time of one.times) list.add(time);
  }

  remove(removed: PlanRule): void {
    const { id, times } = ready(removed);
    this.#about.clear();
    for (const bucket of bucketsOfScope(removed.rule.scope)) {
      const others = (this.#byBucket.get(bucket) ?? []).filter((each) => each.id !== id);
      this.#byBucket.set(bucket, others);
    }
    for (const list of this.#listsOf(removed)) for (const time of times) list.remove(time);
  }

  /** The times of all rules that are about a target, none of them perhaps; null where no rule is about it. */
  about(target: Target): SpanIndex<RuleTime> | null {
    const asked = JSON.stringify(target);
    const known = this.#about.get(asked);
    if (known !== undefined) return known;
    const rules = bucketsOfTarget(target)
      .flatMap((bucket) => this.#byBucket.get(bucket) ?? [])
      .filter(({ test }) => test(target));
    // Targets that the same rules are about share one index; there are few such sets of rules.
    const which = `rules ${rules.map(({ id }) => id).join(' ')}`;
    const times =
      rules.length === 0 ? null : (this.#about.get(which) ?? new SpanIndex(rules.flatMap((rule) => rule.times)));
    this.#about.set(which, times);
    this.#about.set(asked, times);
    return times;
  }

  #listsOf({ rule }: PlanRule): readonly SpanIndex<RuleTime>[] {
    const { environments } = rule.scope;
    if (environments.length === 0) return [this.all, this.elsewhere];
    const named = [...new Set(environments)].map((environment) => {
      const known = this.#byEnvironment.get(environment) ?? new SpanIndex<RuleTime>();
      this.#byEnvironment.set(environment, known);
      return known;
    });
    return [this.all, ...named];
  }
}
