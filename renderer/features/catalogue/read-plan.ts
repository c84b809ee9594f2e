import type * as z from 'zod';
import { sentence } from '../../../shared/domain/text/sentence.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';

/** What is wrong, by the field; empty where nothing is. */
export type Problems = Readonly<Record<string, string>>;

export interface ReadPlan<Plan> {
  /** Null while something is wrong. */
  readonly plan: Plan | null;
  readonly problems: Problems;
}

/** Reads what was typed by the model's own schema; `sayings` say what is wrong with a field better than the schema does. */
export function readPlan<Plan>(typed: unknown, schema: z.ZodType<Plan>, sayings: Problems): ReadPlan<Plan> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { plan: parsed.data, problems: {} };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    problems[field] ??= sayings[field] ?? sentence(issueInWords(issue));
  }
  return { plan: null, problems };
}
