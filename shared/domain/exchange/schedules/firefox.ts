import type { ImportedMilestone } from '../../../model/imported-plan.ts';
import { type Collected, dayOrNull, fieldOf, type LeftOut, releaseOf, textOf } from './schedule.ts';

/** Whether a document is the firefox_versions.json of Mozilla's product details. */
export function isFirefoxVersions(document: unknown): boolean {
  return ['LATEST_FIREFOX_VERSION', 'NEXT_RELEASE_DATE'].every((name) => fieldOf(document, name) !== undefined);
}

/** The number of the release that is out, or of the one after it: beta's own changes on some days before the release, on others after. */
function major(document: unknown, which: 'LAST' | 'NEXT'): string | null {
  const latest = /^\d+/.exec(textOf(fieldOf(document, 'LATEST_FIREFOX_VERSION')))?.[0];
  return latest === undefined ? null : String(Number(latest) + (which === 'LAST' ? 0 : 1));
}

function milestone(uid: string, name: string, kind: ImportedMilestone['kind'], day: unknown): ImportedMilestone[] {
  const start = dayOrNull(day);
  return start === null ? [] : [{ uid, kind, name, start, end: null }];
}

/** Reads the plan of the moment: the release that is out, and the next one, each with its soft freeze and merge. */
export function readFirefoxVersions(document: unknown): Collected {
  const leftOut: LeftOut[] = [];
  const releases = (['LAST', 'NEXT'] as const).flatMap((which) => {
    const version = major(document, which);
    const day = dayOrNull(fieldOf(document, `${which}_RELEASE_DATE`));
    if (version === null || day === null) {
      leftOut.push({ name: which === 'LAST' ? 'the release that is out' : 'the next release', reason: 'has no day' });
      return [];
    }
    const milestones = [
      ...milestone('soft freeze', 'Soft freeze', 'code-freeze', fieldOf(document, `${which}_SOFTFREEZE_DATE`)),
      ...milestone('merge', 'Merge day', 'integration', fieldOf(document, `${which}_MERGE_DATE`)),
    ];
    const state = which === 'LAST' ? ('departed' as const) : ('planned' as const);
    return [releaseOf('firefox', { uid: version, name: `Firefox ${version}`, day, state, milestones })];
  });
  return { releases, leftOut };
}

/** Whether a document is a firefox_history_*.json: versions with the days of their releases. */
export function isFirefoxHistory(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  const versions = Object.entries(document);
  return (
    versions.length > 0 && versions.every(([version, day]) => /^\d+\.\d+/.test(version) && dayOrNull(day) !== null)
  );
}

/** Reads versions that were released, each on its day; the first of a line goes by its number alone. */
export function readFirefoxHistory(document: unknown): Collected {
  const versions = Object.entries(typeof document === 'object' && document !== null ? document : {});
  const releases = versions.flatMap(([version, value]) => {
    const day = dayOrNull(value);
    if (day === null) return [];
    const short = textOf(version).replace(/^(\d+)\.0$/, '$1');
    return [releaseOf('firefox', { uid: short, name: `Firefox ${short}`, day, state: 'departed', milestones: [] })];
  });
  return { releases, leftOut: [] };
}
