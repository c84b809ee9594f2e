import { compileBoarding } from '../../../shared/domain/boarding/match.ts';
import { type QueryTerm, readQuery } from '../../../shared/domain/boarding/query.ts';
import { compileGlob } from '../../../shared/domain/text/glob.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { FactId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { BoardingRule, Train } from '../../../shared/model/train.ts';
import type { ReadDb } from '../db/database.ts';
import { scopeItemsOf } from '../db/repositories/scope-items.ts';
import { type SeenWorkItem, tagValues, workItemsOfProjects, workItemsTagged } from '../db/repositories/work-items.ts';

/** More work items than this are not read for one rule: it is refused rather than answered in part. */
export const LARGEST_GATHERING = 20_000;

export interface Candidate {
  readonly workItemId: FactId;
  readonly key: string;
  readonly title: string;
  /** The rule that names it, in words. */
  readonly rule: string;
}

function tooWide(rule: BoardingRule): Failure {
  const text = rule.by === 'query' ? rule.text : rule.pattern;
  return new Failure(
    'TOO_LARGE',
    `The boarding rule “${text}” has to look at more than ${LARGEST_GATHERING} work items.`,
    {
      where: 'boarding',
      remedy: 'Name a version or a label in it, or link fewer projects to the train.',
    },
  );
}

function tagPatterns(terms: readonly QueryTerm[]): { kind: 'label' | 'version'; patterns: string[] } | null {
  for (const term of terms) {
    if (term.kind !== 'field' || term.negated || (term.field !== 'label' && term.field !== 'version')) continue;
    const patterns = term.values.flatMap((value) => (value.kind === 'pattern' ? [value.pattern] : []));
    if (patterns.length === term.values.length) return { kind: term.field, patterns };
  }
  return null;
}

/** The tags that a rule insists on; null where it insists on none. */
function tagsOf(rule: BoardingRule): { kind: 'label' | 'version'; patterns: string[] } | null {
  if (rule.by !== 'query') return { kind: rule.by, patterns: [rule.pattern] };
  const { terms } = readQuery(rule.text);
  return terms && tagPatterns(terms);
}

/** Every work item that a rule could name, found by an index: by its tags, or by the train's projects. */
function gather(db: ReadDb, rule: BoardingRule, train: Train, release: Release): SeenWorkItem[] {
  const tags = tagsOf(rule);
  if (tags === null && train.projects.length === 0) throw tooWide(rule);
  if (tags === null) return workItemsOfProjects(db, train.projects, LARGEST_GATHERING + 1);
  const tests = tags.patterns.map((pattern) => compileGlob(pattern, new Map([['{release}', release.name]])));
  const values = tagValues(db, tags.kind).filter((value) => tests.some((test) => test(value)));
  return workItemsTagged(db, tags.kind, values, LARGEST_GATHERING + 1);
}

/** The work items that a train's rules name for a release and that were never on it, in order of their keys. */
export function candidatesOf(db: ReadDb, train: Train, release: Release): Candidate[] {
  const nameOf = compileBoarding({ rules: train.boarding, projects: train.projects, releaseName: release.name });
  const known = new Set(scopeItemsOf(db, release.id).map(({ workItemId }) => workItemId));
  const found = new Map<string, Candidate>();
  for (const rule of train.boarding) {
    const items = gather(db, rule, train, release);
    if (items.length > LARGEST_GATHERING) throw tooWide(rule);
    for (const item of items) {
      const words = known.has(item.id) ? null : nameOf(item);
      if (words !== null) found.set(item.id, { workItemId: item.id, key: item.key, title: item.title, rule: words });
    }
  }
  return [...found.values()].toSorted((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
}
