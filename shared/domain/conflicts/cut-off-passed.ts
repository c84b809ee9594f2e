import type { Conflict } from '../../model/conflict.ts';
import type { Milestone, Release } from '../../model/release.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { conflictKey } from './key.ts';
import type { Edit } from './plan.ts';
import type { Rule } from './rule.ts';
import { quoted, sideOfMilestone, thingOf } from './sides.ts';
import { datedReleasesOf, releasesAhead } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'cut-off-passed';

function conflictOf(view: PlanView, release: Release, cutOff: Milestone, unboarded: number): Conflict {
  const side = sideOfMilestone(view, cutOff);
  const items = unboarded === 1 ? '1 scope item' : `${unboarded.toLocaleString('en-US')} scope items`;
  const at = { start: side.span.end, end: view.tables.now };
  return {
    kind: KIND,
    key: conflictKey(KIND, [cutOff.id]),
    sides: [side, { thing: { kind: 'scope', id: release.id, name: items }, span: at, releaseId: release.id }],
    sideCount: 2,
    atLeast: false,
    at,
    rule: `After ${quoted(side.thing.name)} every scope item must be aboard or dropped; ${items} ${unboarded === 1 ? 'waits' : 'wait'} for a decision.`,
    resource: thingOf(view, 'release', release.id),
    relation: 'same',
    path: [],
    severity: 'serious',
    because: 'What is built and tested may not be what departs.',
    unboarded,
  };
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  const unboarded = view.tables.unboarded.get(subject)?.count ?? 0;
  if (release === undefined || !isAhead(release) || unboarded === 0) return [];
  return view
    .milestonesOf(subject)
    .filter(({ kind, startAt, endAt }) => kind === 'scope-cut-off' && (endAt ?? startAt) <= view.tables.now)
    .map((each) => conflictOf(view, release, each, unboarded));
}

function touched(view: PlanView, edit: Edit): Iterable<string> {
  if (edit.kind === 'now') return releasesAhead(view);
  return edit.kind === 'unboarded' ? [edit.id] : datedReleasesOf(view, edit);
}

/** A scope cut-off that is over by now, while scope items of its release wait for a decision. */
export const cutOffPassed: Rule = { name: KIND, over: 'releases', find, touched };

/** By name, the releases ahead of which it is not known what waits to board after their cut-off. */
export function unknownScopeIn(view: PlanView): readonly string[] {
  return [...view.tables.unboarded.values()]
    .filter(({ releaseId, count }) => {
      const release = view.tables.release.get(releaseId);
      return count === null && release !== undefined && isAhead(release);
    })
    .map(({ releaseId }) => view.titleOf(releaseId))
    .sort();
}
