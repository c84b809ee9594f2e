import type { MoveCost } from '../../model/conflict.ts';
import type { PlanChange } from './plan.ts';
import { releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

/** Who has a part in a release: its train's owner, those with an assignment, and the members of the teams that work for it. */
function peopleOf(view: PlanView, releaseId: string): readonly string[] {
  const release = view.tables.release.get(releaseId);
  const train = view.tables.train.get(release?.trainId ?? '');
  const teams = new Set<string | null>(train?.train.teams ?? []);
  const members = [...view.tables.person.values()].filter(({ teamId }) => teamId !== null && teams.has(teamId));
  return [
    ...(train?.ownerId ? [train.ownerId] : []),
    ...view.assignmentsOf(releaseId).map(({ personId }) => personId),
    ...members.map(({ id }) => id),
  ];
}

function knownPeopleOf(view: PlanView, releaseId: string): readonly string[] {
  return view.remembered(`people of ${releaseId}`, () => peopleOf(view, releaseId));
}

/** The people whom a change concerns: where only parts are handed over, those who give and take them. */
function peopleIn(view: PlanView, change: PlanChange): ReadonlySet<string> {
  const people = new Set<string>();
  for (const edit of change) {
    if (edit.kind === 'assignment') {
      for (const each of [view.tables.assignment.get(edit.id), edit.to]) if (each) people.add(each.personId);
    } else {
      for (const id of releasesOf(view, edit)) for (const person of knownPeopleOf(view, id)) people.add(person);
    }
  }
  return people;
}

/** What a change costs that moves things by so many days; asked before it is made. */
export function costOf(view: PlanView, change: PlanChange, days: number): MoveCost {
  return { days: Math.abs(days), people: peopleIn(view, change).size, items: change.length };
}

/** Negative where the first is cheaper: fewer days, then fewer people, then fewer things. */
export function compareCosts(a: MoveCost, b: MoveCost): number {
  return a.days - b.days || a.people - b.people || a.items - b.items;
}
