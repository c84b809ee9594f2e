import type { Assignment } from '../../model/assignment.ts';
import type { Absence } from '../../model/catalogue.ts';
import type { Booking } from '../../model/environment.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Override, ScheduleRuleKind } from '../../model/schedule-rule.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { releaseTitle } from '../text/release-title.ts';
import { familyOf, isFreed } from './booking-families.ts';
import { type Deployment, deploymentsOf, hullOf } from './deployments.ts';
import { EnvironmentBookings } from './environment-bookings.ts';
import { Grouped } from './grouped.ts';
import type { Edit, Plan } from './plan.ts';
import { graphsOf, type PlanGraphs } from './plan-graphs.ts';
import { editTables, type PlanTables, tablesOf } from './plan-tables.ts';
import { ScheduleIndex } from './schedule-index.ts';
import { SpanIndex, type Spanned } from './span-index.ts';

/** The bookings that may clash with one in an environment, by what that one does there. */
export interface Rivals {
  /** It has the environment for itself. */
  readonly ofTaker: readonly SpanIndex<Booking>[];
  /** It uses all of the environment, beside others. */
  readonly ofUser: readonly SpanIndex<Booking>[];
  /** It uses a part of it: only who takes all is in its way, in this environment or below. */
  readonly ofSharer: readonly SpanIndex<Booking>[];
}

function entryOf(deployment: Deployment): Spanned<Deployment> {
  return { id: deployment.id, span: deployment.span, item: deployment };
}

const NOBODY = new SpanIndex<never>();

/**
 * A plan made ready to be asked: what belongs to what, what lies when, what stands on what. It is edited in place, thing by
 * thing; a change of trains, environments, services, teams or people needs a new one.
 */
export class PlanView {
  readonly tables: PlanTables;
  readonly graphs: PlanGraphs;
  /** Deployments of the releases that are still to come. */
  readonly deployments: SpanIndex<Deployment>;
  readonly schedules: Readonly<Record<ScheduleRuleKind, ScheduleIndex>>;
  readonly #milestones: Grouped<Milestone>;
  readonly #bookings: Grouped<Booking>;
  readonly #caused: Grouped<Booking>;
  readonly #assignments: Grouped<Assignment>;
  readonly #duties: Grouped<Assignment>;
  readonly #absences: Grouped<Absence>;
  readonly #overrides: Grouped<Override>;
  readonly #environments = new Map<string, EnvironmentBookings>();
  readonly #rivals = new Map<string, Rivals>();
  readonly #deployed = new Map<string, readonly Deployment[]>();
  readonly #remembered = new Map<string, unknown>();
  readonly #runs = new Map<string, SpanIndex<Release>>();

  constructor(plan: Plan) {
    this.tables = tablesOf(plan);
    this.graphs = graphsOf(this.tables);
    const { environment, train, booking, release, milestone, assignment, absence, override, rule } = this.tables;
    this.#milestones = new Grouped(({ releaseId }) => releaseId, milestone.values());
    this.#bookings = new Grouped(({ releaseId }) => releaseId, booking.values());
    this.#caused = new Grouped(({ causedBy }) => causedBy, booking.values());
    this.#assignments = new Grouped(({ releaseId }) => releaseId, assignment.values());
    this.#duties = new Grouped(({ personId }) => personId, assignment.values());
    this.#absences = new Grouped(({ personId }) => personId, absence.values());
    this.#overrides = new Grouped(({ freezeId }) => freezeId, override.values());
    const held = Map.groupBy(
      [...booking.values()].filter((each) => !isFreed(this, each)),
      ({ environmentId }) => environmentId,
    );
    for (const each of environment.values()) {
      this.#environments.set(each.id, new EnvironmentBookings(each, held.get(each.id) ?? []));
    }
    const ahead = [...release.values()].filter(isAhead);
    this.deployments = new SpanIndex(ahead.flatMap(({ id }) => this.deploymentsOf(id).map(entryOf)));
    const runs = Map.groupBy(
      [...release.values()].filter(({ state }) => state !== 'cancelled'),
      ({ trainId }) => trainId,
    );
    for (const id of new Set<string>([...train.keys(), ...runs.keys()])) {
      const own = runs.get(id as Release['trainId']) ?? [];
      this.#runs.set(id, new SpanIndex(own.map((each) => this.#runOf(each))));
    }
    const rules = Map.groupBy(rule.values(), (each) => each.rule.kind);
    const scheduleOf = (kind: ScheduleRuleKind) => new ScheduleIndex(rules.get(kind) ?? []);
    this.schedules = {
      freeze: scheduleOf('freeze'),
      maintenance: scheduleOf('maintenance'),
      window: scheduleOf('window'),
    };
  }

  /** A release's milestones; everything that belongs to something comes in order of ids. */
  milestonesOf(releaseId: string): readonly Milestone[] {
    return this.#milestones.of(releaseId);
  }

  bookingsOf(releaseId: string): readonly Booking[] {
    return this.#bookings.of(releaseId);
  }

  /** The bookings that one brought along itself. */
  causedBy(bookingId: string): readonly Booking[] {
    return this.#caused.of(bookingId);
  }

  assignmentsOf(releaseId: string): readonly Assignment[] {
    return this.#assignments.of(releaseId);
  }

  assignmentsTo(personId: string): readonly Assignment[] {
    return this.#duties.of(personId);
  }

  absencesOf(personId: string): readonly Absence[] {
    return this.#absences.of(personId);
  }

  overridesOf(freezeId: string): readonly Override[] {
    return this.#overrides.of(freezeId);
  }

  /** An environment with what is booked there, cancelled releases' bookings left out; undefined for one that is not known. */
  environment(id: string): EnvironmentBookings | undefined {
    return this.#environments.get(id);
  }

  /** Where to look for what clashes with a booking in an environment. */
  rivalsIn(id: string): Rivals {
    const known = this.#rivals.get(id);
    if (known !== undefined) return known;
    const others = (ids: Iterable<string>) =>
      [...ids].flatMap((each) => (each === id ? [] : (this.#environments.get(each) ?? [])));
    const own = this.#environments.get(id);
    const below = others(this.graphs.groundOf(id).keys()).map(({ takers }) => takers);
    const above = others(this.graphs.burdenOf(id).keys()).map(({ all }) => all);
    const [all, takers] = own ? [[own.all], [own.takers]] : [[], []];
    const found = {
      ofTaker: [...all, ...below, ...above],
      ofUser: [...all, ...below],
      ofSharer: [...takers, ...below],
    };
    this.#rivals.set(id, found);
    return found;
  }

  /** A release's name with its train's; its id stands for it where it is not known. */
  titleOf(releaseId: string): string {
    const release = this.tables.release.get(releaseId);
    if (release === undefined) return releaseId;
    return releaseTitle(this.tables.train.get(release.trainId)?.train.name, release.name);
  }

  /** When a release is deployed, whatever its state; never for one that is not known. */
  deploymentsOf(releaseId: string): readonly Deployment[] {
    const known = this.#deployed.get(releaseId);
    if (known !== undefined) return known;
    const release = this.tables.release.get(releaseId);
    if (release === undefined) return [];
    const titled = { ...release, name: this.titleOf(releaseId) };
    const found = deploymentsOf(titled, this.milestonesOf(releaseId), this.tables.fixed.assumptions);
    this.#deployed.set(releaseId, found);
    return found;
  }

  /** A train's releases, cancelled ones left out, each from its first deployment's start to its last one's end. */
  runsOf(trainId: string): SpanIndex<Release> {
    return this.#runs.get(trainId) ?? NOBODY;
  }

  /** What was found before under a name that stands for it alone, or what is found now; forgotten with the next edit. */
  remembered<T>(name: string, find: () => T): T {
    // What a name stands for is of one type: whoever asks says which.
    const known = this.#remembered.get(name) as T | undefined;
    if (known !== undefined) return known;
    const found = find();
    this.#remembered.set(name, found);
    return found;
  }

  /** Changes one thing and says the edit that takes it back. */
  edit(edit: Edit): Edit {
    this.#remembered.clear();
    const releases = this.#releasesOf(edit);
    const bookings = this.#alongOf(edit);
    for (const id of releases) this.#takeOut(id);
    for (const booking of bookings) this.#free(booking);
    this.#link(edit, 'remove');
    for (const id of releases) this.#deployed.delete(id);
    const back = editTables(this.tables, edit);
    this.#link(edit, 'add');
    for (const id of releases) this.#deployed.delete(id);
    for (const id of releases) this.#putIn(id);
    for (const booking of bookings) this.#hold(booking);
    return back;
  }

  #releasesOf(edit: Edit): ReadonlySet<string> {
    if (edit.kind === 'release') return new Set([edit.id]);
    if (edit.kind !== 'milestone') return new Set();
    const now = this.tables.milestone.get(edit.id);
    return new Set([now, edit.to].flatMap((each) => (each ? [each.releaseId] : [])));
  }

  /** The bookings besides its own that an edit may make hold nothing, or something again: those for what it is about. */
  #alongOf(edit: Edit): ReadonlySet<Booking> {
    if (edit.kind !== 'release' && edit.kind !== 'booking') return new Set();
    const roots = edit.kind === 'release' ? this.bookingsOf(edit.id).map(({ id }) => id) : [edit.id];
    const family = new Set(roots.flatMap((id) => familyOf(this, id)));
    if (edit.kind === 'booking') family.delete(edit.id);
    return new Set([...family].flatMap((id) => this.tables.booking.get(id) ?? []));
  }

  #takeOut(releaseId: string): void {
    const release = this.tables.release.get(releaseId);
    if (release === undefined) return;
    for (const each of this.deploymentsOf(releaseId)) this.deployments.remove(entryOf(each));
    this.#runs.get(release.trainId)?.remove(this.#runOf(release));
  }

  #putIn(releaseId: string): void {
    const release = this.tables.release.get(releaseId);
    if (release === undefined || release.state === 'cancelled') return;
    const runs = this.#runs.get(release.trainId) ?? new SpanIndex<Release>();
    this.#runs.set(release.trainId, runs);
    runs.add(this.#runOf(release));
    if (!isAhead(release)) return;
    for (const each of this.deploymentsOf(releaseId)) this.deployments.add(entryOf(each));
  }

  #runOf(release: Release): Spanned<Release> {
    return { id: release.id, span: hullOf(this.deploymentsOf(release.id)), item: release };
  }

  #free(booking: Booking): void {
    if (!isFreed(this, booking)) this.#environments.get(booking.environmentId)?.remove(booking);
  }

  #hold(booking: Booking): void {
    if (!isFreed(this, booking)) this.#environments.get(booking.environmentId)?.add(booking);
  }

  /** Takes what an edit's table holds under its id out of what it belongs to, or puts it in. */
  #link(edit: Edit, how: 'add' | 'remove'): void {
    const { tables } = this;
    if (edit.kind === 'milestone') relink(tables.milestone.get(edit.id), how, [this.#milestones]);
    if (edit.kind === 'assignment') relink(tables.assignment.get(edit.id), how, [this.#assignments, this.#duties]);
    if (edit.kind === 'absence') relink(tables.absence.get(edit.id), how, [this.#absences]);
    if (edit.kind === 'override') relink(tables.override.get(edit.id), how, [this.#overrides]);
    if (edit.kind === 'rule') {
      const rule = tables.rule.get(edit.id);
      if (rule !== undefined) this.schedules[rule.rule.kind][how](rule);
    }
    if (edit.kind === 'booking') {
      const booking = tables.booking.get(edit.id);
      if (booking !== undefined && how === 'remove') this.#free(booking);
      relink(booking, how, [this.#bookings, this.#caused]);
      if (booking !== undefined && how === 'add') this.#hold(booking);
    }
  }
}

function relink<T extends { readonly id: string }>(
  item: T | undefined,
  how: 'add' | 'remove',
  groups: readonly Grouped<T>[],
): void {
  if (item !== undefined) for (const group of groups) group[how](item);
}
