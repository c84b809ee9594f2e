import type { Instant } from '../../model/time.ts';
import type { Edit, Plan, PlanChange } from './plan.ts';

type TableEdit = Exclude<Edit, { kind: 'now' }>;
type TableKind = TableEdit['kind'];
type Row<K extends TableKind> = NonNullable<Extract<TableEdit, { kind: K }>['to']>;

/** The things of a plan by their ids, a table a kind. */
export type PlanTables = { readonly [K in TableKind]: Map<string, Row<K>> } & {
  now: Instant;
  readonly fixed: Pick<Plan, 'horizon' | 'assumptions'>;
};

function byId<T>(rows: readonly T[], idOf: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [idOf(row), row]));
}

function ownId(row: { readonly id: string }): string {
  return row.id;
}

/** A plan's things by their ids; of two with one id the last counts. */
export function tablesOf(plan: Plan): PlanTables {
  return {
    release: byId(plan.releases, ownId),
    milestone: byId(plan.milestones, ownId),
    booking: byId(plan.bookings, ownId),
    assignment: byId(plan.assignments, ownId),
    absence: byId(plan.absences, ownId),
    rule: byId(plan.rules, ({ rule }) => rule.id),
    override: byId(plan.overrides, ownId),
    unboarded: byId(plan.unboarded, ({ releaseId }) => releaseId),
    train: byId(plan.trains, ({ train }) => train.id),
    environment: byId(plan.environments, ownId),
    service: byId(plan.services, ownId),
    team: byId(plan.teams, ({ team }) => team.id),
    person: byId(plan.people, ownId),
    now: plan.now,
    fixed: { horizon: plan.horizon, assumptions: plan.assumptions },
  };
}

/** The tables as a plan again. */
export function planOf(tables: PlanTables): Plan {
  return {
    now: tables.now,
    ...tables.fixed,
    trains: [...tables.train.values()],
    releases: [...tables.release.values()],
    milestones: [...tables.milestone.values()],
    unboarded: [...tables.unboarded.values()],
    environments: [...tables.environment.values()],
    bookings: [...tables.booking.values()],
    services: [...tables.service.values()],
    teams: [...tables.team.values()],
    people: [...tables.person.values()],
    absences: [...tables.absence.values()],
    assignments: [...tables.assignment.values()],
    rules: [...tables.rule.values()],
    overrides: [...tables.override.values()],
  };
}

/** Puts one thing into its table, or takes it out, and says the edit that takes this back. */
export function editTables(tables: PlanTables, edit: Edit): Edit {
  if (edit.kind === 'now') {
    const back: Edit = { kind: 'now', to: tables.now };
    tables.now = edit.to;
    return back;
  }
  // An edit's thing is of its own kind: the compiler cannot follow that through the union.
  const table = tables[edit.kind] as Map<string, unknown>;
  const back = { kind: edit.kind, id: edit.id, to: table.get(edit.id) ?? null } as Edit;
  if (edit.to === null) table.delete(edit.id);
  else table.set(edit.id, edit.to);
  return back;
}

/** The plan after a change; the plan itself stays as it is. */
export function changedPlan(plan: Plan, change: PlanChange): Plan {
  const tables = tablesOf(plan);
  for (const edit of change) editTables(tables, edit);
  return planOf(tables);
}
