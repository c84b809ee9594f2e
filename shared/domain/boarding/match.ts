import { Failure } from '../../model/failure.ts';
import type { BoardingRule, LinkedProject } from '../../model/train.ts';
import { compileGlob } from '../text/glob.ts';
import { readQuery } from './query.ts';
import { type BoardableItem, compileQuery, type ItemPredicate } from './query-match.ts';

/** What decides which work items a release takes aboard. */
export interface Boarding {
  readonly rules: readonly BoardingRule[];
  /** Only items of these projects board; every project where none is linked. */
  readonly projects: readonly LinkedProject[];
  readonly releaseName: string;
}

/** Stands in patterns and queries for the release's name. */
const RELEASE = '{release}';

/** A rule in words for people, its placeholder filled in: `version 2026.24`, `query label:train`. */
export function describeRule(rule: BoardingRule, releaseName: string): string {
  const text = rule.by === 'query' ? rule.text : rule.pattern;
  return `${rule.by} ${text.replaceAll(RELEASE, () => releaseName)}`;
}

function compileRule(rule: BoardingRule, index: number, releaseName: string): ItemPredicate {
  const placeholders = new Map([[RELEASE, releaseName]]);
  switch (rule.by) {
    case 'version': {
      const matches = compileGlob(rule.pattern, placeholders);
      return (item) => item.versions.some(matches);
    }
    case 'label': {
      const matches = compileGlob(rule.pattern, placeholders);
      return (item) => item.labels.some(matches);
    }
    case 'query': {
      const { terms, problem } = readQuery(rule.text);
      if (terms !== null) return compileQuery(terms, placeholders);
      throw new Failure('BAD_INPUT', `The boarding query "${rule.text}" cannot be read: ${problem.message}.`, {
        where: `boarding.${index}, character ${problem.at}`,
        remedy: 'Correct the query; words, "phrases" and field:value are understood.',
      });
    }
  }
}

function compileProjects(projects: readonly LinkedProject[]): ItemPredicate {
  if (projects.length === 0) return () => true;
  const linked = new Set(projects.map(({ connectionId, key }) => `${connectionId}\n${key}`));
  return (item) => linked.has(`${item.connectionId}\n${item.projectKey}`);
}

/**
 * For each work item the first rule that names it for a release, as `describeRule` puts it; null where none does.
 * Compile once for a release and ask for many items. Refuses a query that cannot be read.
 */
export function compileBoarding({ rules, projects, releaseName }: Boarding): (item: BoardableItem) => string | null {
  const isShipped = compileProjects(projects);
  const compiled = rules.map((rule, index) => ({
    names: compileRule(rule, index, releaseName),
    words: describeRule(rule, releaseName),
  }));
  return (item) => {
    if (!isShipped(item)) return null;
    return compiled.find(({ names }) => names(item))?.words ?? null;
  };
}
