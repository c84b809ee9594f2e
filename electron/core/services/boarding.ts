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

/** More work items than this are not looked at for one release: that is refused rather than answered in part. */
export const LARGEST_GATHERING = 20_000;

export interface Candidate
  extends Pick<
    SeenWorkItem,
    'key' | 'title' | 'originalStatus' | 'category' | 'resolution' | 'assignee' | 'updatedAt' | 'simulated'
  > {
  readonly workItemId: FactId;
  /** The rule that names it, in words. */
  readonly rule: string;
}

type QueryRule = Extract<BoardingRule, { by: 'query' }>;

/** The tags that a rule insists on: it can name only what carries one of them. */
interface RuleTags {
  readonly kind: 'label' | 'version';
  readonly patterns: readonly string[];
}

function tooMany(message: string, remedy: string): Failure {
  return new Failure('TOO_LARGE', message, { where: 'boarding', remedy });
}

const MANY = LARGEST_GATHERING.toLocaleString('en');

function withoutProjects({ text }: QueryRule): Failure {
  return tooMany(
    `The boarding rule “${text}” would have to look at every work item.`,
    'Name a version or a label in it, or link the train to its projects.',
  );
}

function wideQuery({ text }: QueryRule): Failure {
  return tooMany(
    `The boarding rule “${text}” has to look at more than ${MANY} work items of the linked projects.`,
    'Name a version or a label in it, or link fewer projects to the train.',
  );
}

function wideTags({ projects }: Train): Failure {
  const projectRemedy = projects.length === 0 ? 'link the train to its projects' : 'link fewer projects to it';
  return tooMany(
    `More than ${MANY} work items carry the labels and versions that the train’s boarding rules name.`,
    `Name them more narrowly, or ${projectRemedy}.`,
  );
}

function tagPatterns(terms: readonly QueryTerm[]): RuleTags | null {
  for (const term of terms) {
    if (term.kind !== 'field' || term.negated || (term.field !== 'label' && term.field !== 'version')) continue;
    const patterns = term.values.flatMap((value) => (value.kind === 'pattern' ? [value.pattern] : []));
    if (patterns.length === term.values.length) return { kind: term.field, patterns };
  }
  return null;
}

/** The tags that a rule insists on; null where it insists on none. */
function tagsOf(rule: BoardingRule): RuleTags | null {
  if (rule.by !== 'query') return { kind: rule.by, patterns: [rule.pattern] };
  const { terms } = readQuery(rule.text);
  return terms && tagPatterns(terms);
}

/** Every work item of the linked projects: what queries without a tag need, and all that any rule can name. */
function gatherProjects(db: ReadDb, query: QueryRule, { projects }: Train): SeenWorkItem[] {
  if (projects.length === 0) throw withoutProjects(query);
  const items = workItemsOfProjects(db, { projects, limit: LARGEST_GATHERING + 1 });
  if (items.length > LARGEST_GATHERING) throw wideQuery(query);
  return items;
}

/** Every work item of the linked projects that carries a tag which a rule names; an item that carries two is there once. */
function gatherTagged(db: ReadDb, rules: readonly RuleTags[], train: Train, release: Release): SeenWorkItem[] {
  const placeholders = new Map([['{release}', release.name]]);
  const found = new Map<FactId, SeenWorkItem>();
  for (const kind of ['version', 'label'] as const) {
    const patterns = rules.filter((rule) => rule.kind === kind).flatMap((rule) => rule.patterns);
    const tests = patterns.map((pattern) => compileGlob(pattern, placeholders));
    const named = (value: string) => tests.some((test) => test(value));
    const values = tests.length === 0 ? [] : tagValues(db, kind).filter(named);
    if (values.length === 0) continue;
    const search = { kind, values, projects: train.projects, limit: LARGEST_GATHERING + 1 };
    for (const item of workItemsTagged(db, search)) found.set(item.id, item);
    if (found.size > LARGEST_GATHERING) throw wideTags(train);
  }
  return [...found.values()];
}

/** Every work item that a train's rules could name, each once, found by an index: by tags, or by the linked projects. */
function gather(db: ReadDb, train: Train, release: Release): SeenWorkItem[] {
  const tags: RuleTags[] = [];
  for (const rule of train.boarding) {
    const insisted = tagsOf(rule);
    if (insisted !== null) tags.push(insisted);
    else if (rule.by === 'query') return gatherProjects(db, rule, train);
  }
  return gatherTagged(db, tags, train, release);
}

/** The work items that a train's rules name for a release and that were never on it, in order of their keys. */
export function candidatesOf(db: ReadDb, train: Train, release: Release): Candidate[] {
  const nameOf = compileBoarding({ rules: train.boarding, projects: train.projects, releaseName: release.name });
  const known = new Set(scopeItemsOf(db, release.id).map(({ workItemId }) => workItemId));
  const candidates = gather(db, train, release).flatMap((item) => {
    const rule = known.has(item.id) ? null : nameOf(item);
    if (rule === null) return [];
    const { key, title, originalStatus, category, resolution, assignee, updatedAt, simulated } = item;
    return [
      { workItemId: item.id, key, title, originalStatus, category, resolution, assignee, updatedAt, simulated, rule },
    ];
  });
  return candidates.toSorted((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
}
