import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { daysWords } from '../../../shared/domain/calendar/time-words.ts';
import type {
  Absence,
  Person,
  PersonPlan,
  Service,
  ServicePlan,
  Team,
  TeamPlan,
} from '../../../shared/model/catalogue.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { AbsenceId, PersonId, ServiceId, TeamId } from '../../../shared/model/ids.ts';
import type { CoreContext } from '../core-context.ts';
import { absencesOf, allAbsences, allPeople, allServices, allTeams } from '../db/repositories/catalogue.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { mergedOver } from './changed-meanwhile.ts';
import { decisionOf } from './decision-of.ts';
import { putNamed, removeNamed } from './named-decisions.ts';
import { setRuns } from './service-versions.ts';

type Nothing = Record<string, never>;

/** A change as it was typed, and the plan that it was made from. */
interface Change<Id, Plan> {
  readonly id: Id;
  readonly plan: Plan;
  readonly base?: Plan | undefined;
}

function readCatalogue({ db }: CoreContext): Catalogue {
  return { services: allServices(db), teams: allTeams(db), people: allPeople(db), absences: allAbsences(db) };
}

/** Refuses a service that needs itself. */
export function assertNotItself({ id, name, dependsOn }: Service): void {
  if (!dependsOn.includes(id)) return;
  throw new Failure('BAD_INPUT', `“${name}” cannot depend on itself.`, {
    where: 'dependsOn',
    remedy: 'Take it off the list.',
  });
}

function addService(plan: ServicePlan, tools: CommandTools): Decision<{ id: ServiceId }> {
  // Ids made by newId are ids.
  const id = tools.newId('service') as ServiceId;
  putNamed('service', { ...plan, id, runs: null }, tools);
  return { output: { id }, summary: `Added service “${plan.name}”` };
}

function updateService({ id, plan, base }: Change<ServiceId, ServicePlan>, tools: CommandTools): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'service', id);
  const service = mergedOver<Service>(before, { wanted: plan, base }, `service “${before.name}”`);
  assertNotItself(service);
  putNamed('service', service, tools);
  return { output: {}, summary: `Changed service “${service.name}”` };
}

function assertHolidaysKnown({ calendar }: TeamPlan, { core, now }: CommandTools): void {
  const year = new Date(now).getUTCFullYear();
  core.holidays.of(calendar.holidays, year, year);
}

function addTeam(plan: TeamPlan, tools: CommandTools): Decision<{ id: TeamId }> {
  assertHolidaysKnown(plan, tools);
  // Ids made by newId are ids.
  const id = tools.newId('team') as TeamId;
  putNamed('team', { ...plan, id, typedThroughput: null }, tools);
  return { output: { id }, summary: `Added team “${plan.name}”` };
}

function updateTeam({ id, plan, base }: Change<TeamId, TeamPlan>, tools: CommandTools): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'team', id);
  const team = mergedOver<Team>(before, { wanted: plan, base }, `team “${before.name}”`);
  assertHolidaysKnown(team, tools);
  putNamed('team', team, tools);
  return { output: {}, summary: `Changed team “${team.name}”` };
}

function addPerson(plan: PersonPlan, tools: CommandTools): Decision<{ id: PersonId }> {
  // Ids made by newId are ids.
  const id = tools.newId('person') as PersonId;
  putNamed('person', { ...plan, id }, tools);
  return { output: { id }, summary: `Added person “${plan.name}”` };
}

function updatePerson({ id, plan, base }: Change<PersonId, PersonPlan>, tools: CommandTools): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'person', id);
  const person = mergedOver<Person>(before, { wanted: plan, base }, `person “${before.name}”`);
  putNamed('person', person, tools);
  return { output: {}, summary: `Changed person “${person.name}”` };
}

function removePerson({ id }: { readonly id: PersonId }, tools: CommandTools): Decision<Nothing> {
  for (const absence of absencesOf(tools.tx.db, id)) tools.tx.remove('absence', absence.id);
  return removeNamed('person', id, tools);
}

/** `on Tue 24 Nov 2026`, `from Tue 24 Nov 2026 to Thu 26 Nov 2026`. */
function awayWords({ firstDay, lastDay }: Absence): string {
  return `${firstDay === lastDay ? 'on' : 'from'} ${daysWords(firstDay, lastDay)}`;
}

/** Writes an absence and says whose and when. */
function putAbsence(absence: Absence, { tx }: CommandTools): string {
  const { name } = decisionOf(tx.db, 'person', absence.personId);
  if (absence.lastDay < absence.firstDay) {
    throw new Failure('BAD_INPUT', 'The last day lies before the first.', {
      where: 'lastDay',
      remedy: 'Exchange them.',
    });
  }
  tx.put('absence', absence);
  return `${name} is away ${awayWords(absence)}`;
}

function updateAbsence(
  { id, base, ...wanted }: Absence & { readonly base?: Omit<Absence, 'id'> | undefined },
  tools: CommandTools,
): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'absence', id);
  const { name } = decisionOf(tools.tx.db, 'person', before.personId);
  const absence = mergedOver<Absence>(before, { wanted, base }, `the absence of ${name}`);
  return { output: {}, summary: putAbsence(absence, tools) };
}

function removeAbsence({ id }: { readonly id: AbsenceId }, { tx }: CommandTools): Decision<Nothing> {
  const absence = decisionOf(tx.db, 'absence', id);
  const { name } = decisionOf(tx.db, 'person', absence.personId);
  tx.remove('absence', id);
  return { output: {}, summary: `${name} is not away ${awayWords(absence)}` };
}

/** The catalogue: what is released, and who has a part in it. */
export function catalogueService(os: Os, core: CoreContext) {
  return {
    read: os.catalogue.read.handler(() => readCatalogue(core)),
    addService: os.catalogue.addService.handler(decide(core, addService)),
    updateService: os.catalogue.updateService.handler(decide(core, updateService)),
    removeService: os.catalogue.removeService.handler(
      decide(core, ({ id }: { readonly id: ServiceId }, tools) => removeNamed('service', id, tools)),
    ),
    setRuns: os.catalogue.setRuns.handler(decide(core, setRuns)),
    addTeam: os.catalogue.addTeam.handler(decide(core, addTeam)),
    updateTeam: os.catalogue.updateTeam.handler(decide(core, updateTeam)),
    removeTeam: os.catalogue.removeTeam.handler(
      decide(core, ({ id }: { readonly id: TeamId }, tools) => removeNamed('team', id, tools)),
    ),
    addPerson: os.catalogue.addPerson.handler(decide(core, addPerson)),
    updatePerson: os.catalogue.updatePerson.handler(decide(core, updatePerson)),
    removePerson: os.catalogue.removePerson.handler(decide(core, removePerson)),
    addAbsence: os.catalogue.addAbsence.handler(
      decide(core, (input: Omit<Absence, 'id'>, tools) => {
        // Ids made by newId are ids.
        const id = tools.newId('absence') as AbsenceId;
        return { output: { id }, summary: putAbsence({ ...input, id }, tools) };
      }),
    ),
    updateAbsence: os.catalogue.updateAbsence.handler(decide(core, updateAbsence)),
    removeAbsence: os.catalogue.removeAbsence.handler(decide(core, removeAbsence)),
  };
}
