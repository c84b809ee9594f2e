import type { BaselineComparison, ComparedScope } from '../../../shared/contract/adherence.ts';
import { comparedReleases } from '../../../shared/domain/branches/compared-releases.ts';
import type { Baseline } from '../../../shared/model/baseline.ts';
import type { BaselineId, ReleaseId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ScopeItem } from '../../../shared/model/scope-item.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import type { DecisionEntities } from '../db/decision-tables.ts';
import { readDecision } from '../db/decisions.ts';
import { changesSince } from '../db/repositories/journal-since.ts';
import { decisionOf } from './decision-of.ts';

/** A decision as the baseline has it and as it is now; null where it is not there. */
interface Sides<Entity> {
  readonly id: string;
  readonly before: Entity | null;
  readonly now: Entity | null;
}

/** What of one kind was touched since a baseline, as it was when the baseline was taken. */
function touched<K extends 'release' | 'scope-item'>(
  db: ReadDb,
  kind: K,
  { seq }: Baseline,
): readonly Sides<DecisionEntities[K]>[] {
  const first = new Map<string, DecisionEntities[K] | null>();
  for (const change of changesSince(db, seq)) {
    // Images of the journal were entities of their kind when they were written.
    if (change.kind === kind && !first.has(change.id))
      first.set(change.id, change.before as DecisionEntities[K] | null);
  }
  return [...first].map(([id, before]) => ({ id, before, now: readDecision(db, kind, id) ?? null }));
}

function isAboard(item: ScopeItem | null, releaseId: ReleaseId): boolean {
  return item?.releaseId === releaseId && (item.state === 'boarded' || item.state === 'late');
}

function comparedScope(
  items: readonly Sides<ScopeItem>[],
  releaseOf: (id: ReleaseId) => Pick<ComparedScope, 'name' | 'trainName'> | null,
): ComparedScope[] {
  const ids = new Set(items.flatMap(({ before, now }) => [before, now].flatMap((item) => item?.releaseId ?? [])));
  return [...ids].flatMap((id) => {
    const came = items.filter(({ before, now }) => isAboard(now, id) && !isAboard(before, id));
    const left = items.filter(({ before, now }) => isAboard(before, id) && !isAboard(now, id));
    const release = releaseOf(id);
    if (release === null || (came.length === 0 && left.length === 0)) return [];
    const titles = (sides: typeof items) => sides.map(({ before, now }) => (now ?? before)?.title ?? '').sort();
    return [{ id, ...release, boarded: titles(came), left: titles(left) }];
  });
}

/** The plan as it is now beside a baseline: days of releases, and what is aboard them. */
export function compareBaseline({ db }: CoreContext, id: BaselineId): BaselineComparison {
  const baseline = decisionOf(db, 'baseline', id);
  const isOf = (release: Release | null) => baseline.trainId === null || release?.trainId === baseline.trainId;
  const trainName = ({ trainId }: Release) => readDecision(db, 'train', trainId)?.name ?? '';
  const releases = touched(db, 'release', baseline).filter(({ before, now }) => isOf(now ?? before));
  const gone = new Map(releases.map(({ id: release, before }) => [release, before]));
  return {
    baseline,
    releases: comparedReleases(
      releases.map(({ before, now }) => ({ one: before, other: now })),
      trainName,
    ),
    scope: comparedScope(touched(db, 'scope-item', baseline), (releaseId) => {
      const release = readDecision(db, 'release', releaseId) ?? gone.get(releaseId) ?? null;
      return release === null || !isOf(release) ? null : { name: release.name, trainName: trainName(release) };
    }),
  };
}
