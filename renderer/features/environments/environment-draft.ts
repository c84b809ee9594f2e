import type * as z from 'zod';
import { dependantsOf } from '../../../shared/domain/environments/dependants.ts';
import type { Environment, EnvironmentKind, QueueDiscipline, Sharing } from '../../../shared/model/environment.ts';
import { EnvironmentPlan } from '../../../shared/model/environment.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';

/** An environment as it is being typed. */
export interface EnvironmentDraft {
  readonly name: string;
  readonly kind: EnvironmentKind;
  /** Empty for none. */
  readonly region: string;
  readonly sharing: Sharing;
  /** A whole number. */
  readonly capacity: string;
  readonly discipline: QueueDiscipline;
  readonly parents: readonly EnvironmentId[];
  readonly notes: string;
}

/** An environment to begin from. */
export const newEnvironmentDraft: EnvironmentDraft = {
  name: '',
  kind: 'staging',
  region: '',
  sharing: 'exclusive',
  capacity: '1',
  discipline: 'first-come',
  parents: [],
  notes: '',
};

/** What people typed of an environment. */
export function environmentPlanOf({ id: _id, archived: _archived, ...plan }: Environment): EnvironmentPlan {
  return plan;
}

/** An environment that is there, as it can be changed. */
export function environmentDraftOf(environment: Environment): EnvironmentDraft {
  const plan = environmentPlanOf(environment);
  return { ...plan, region: plan.region ?? '', capacity: String(plan.capacity) };
}

export type DraftProblems = Readonly<Record<string, string>>;

/** What is wrong with each field that a schema refuses, by the name of the field. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): DraftProblems {
  const problems: Record<string, string> = {};
  for (const issue of issues) problems[String(issue.path[0] ?? '')] ??= issueInWords(issue);
  return problems;
}

/** A whole number as people type it; not a number where it is none. */
export function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** Reads a draft: the plan, or what is wrong with it. */
export function readEnvironment(draft: EnvironmentDraft): {
  readonly plan: EnvironmentPlan | null;
  readonly problems: DraftProblems;
} {
  const own: Record<string, string> = {};
  if (draft.name.trim() === '') own['name'] = 'Give it a name.';
  const capacity = wholeNumber(draft.capacity);
  if (Number.isNaN(capacity) || capacity < 1) own['capacity'] = 'Type a whole number from 1 on.';
  const region = draft.region.trim();
  const parsed = EnvironmentPlan.safeParse({
    ...draft,
    region: region === '' ? null : region,
    capacity,
    parents: [...draft.parents],
  });
  if (parsed.success) return { plan: parsed.data, problems: {} };
  return { plan: null, problems: { ...problemsOf(parsed.error.issues), ...own } };
}

/** What an environment can stand on: not itself, and nothing that stands on it; archived ones where it does already. */
export function parentChoices(environments: readonly Environment[], own: Environment | null): readonly Environment[] {
  const below = own === null ? [] : dependantsOf(own.id, environments);
  return environments.filter(
    ({ id, archived }) => id !== own?.id && !below.includes(id) && (!archived || own?.parents.includes(id) === true),
  );
}
