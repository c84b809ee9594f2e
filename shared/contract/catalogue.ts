import * as z from 'zod';
import { Absence, Person, PersonPlan, Service, ServicePlan, Team, TeamPlan } from '../model/catalogue.ts';
import { AbsenceId, PersonId, ServiceId, TeamId } from '../model/ids.ts';
import { Version } from '../model/service-version.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const Catalogue = z.strictObject({
  services: z.array(Service),
  teams: z.array(Team),
  people: z.array(Person),
  absences: z.array(Absence),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** A change of a thing with a plan; `base` is what the change was made from: what others changed since is kept, or refused. */
function changed<Id extends z.ZodType, Plan extends z.ZodType>(id: Id, plan: Plan) {
  return z.strictObject({ id, plan, base: plan.optional() });
}

export const catalogueContract = {
  read: query(
    'Reads the services, teams, people and absences, each by name.',
    ['service', 'team', 'person', 'absence'],
    Nothing,
    Catalogue,
  ),
  addService: command('Adds a service.', ServicePlan, z.strictObject({ id: ServiceId })),
  updateService: command('Changes a service.', changed(ServiceId, ServicePlan), Nothing),
  removeService: command('Removes a service that nothing names any more.', z.strictObject({ id: ServiceId }), Nothing),
  setRuns: command(
    'Says which version of a service runs now, where no departed release brought one.',
    z.strictObject({
      id: ServiceId,
      runs: Version.nullable(),
      /** What stood there when the change was begun: it is refused where that was changed since. */
      base: Version.nullable().optional(),
    }),
    Nothing,
  ),
  addTeam: command('Adds a team.', TeamPlan, z.strictObject({ id: TeamId })),
  updateTeam: command('Changes a team.', changed(TeamId, TeamPlan), Nothing),
  removeTeam: command('Removes a team that nothing names any more.', z.strictObject({ id: TeamId }), Nothing),
  addPerson: command('Adds a person.', PersonPlan, z.strictObject({ id: PersonId })),
  updatePerson: command('Changes a person.', changed(PersonId, PersonPlan), Nothing),
  removePerson: command(
    'Removes a person with their absences; refused while they have a part in a release.',
    z.strictObject({ id: PersonId }),
    Nothing,
  ),
  addAbsence: command('Says that somebody is away.', Absence.omit({ id: true }), z.strictObject({ id: AbsenceId })),
  updateAbsence: command(
    'Changes an absence.',
    // What stood there when the change was begun: it is refused where the same was changed since.
    Absence.extend({ base: Absence.omit({ id: true }).optional() }),
    Nothing,
  ),
  removeAbsence: command('Removes an absence.', z.strictObject({ id: AbsenceId }), Nothing),
};
