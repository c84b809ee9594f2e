import * as z from 'zod';
import { Absence, Person, PersonPlan, Service, ServicePlan, Team, TeamPlan } from '../model/catalogue.ts';
import { AbsenceId, PersonId, ServiceId, TeamId } from '../model/ids.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const Catalogue = z.strictObject({
  services: z.array(Service),
  teams: z.array(Team),
  people: z.array(Person),
  absences: z.array(Absence),
});
export type Catalogue = z.infer<typeof Catalogue>;

export const catalogueContract = {
  read: query(
    'Reads the services, teams, people and absences, each by name.',
    ['service', 'team', 'person', 'absence'],
    Nothing,
    Catalogue,
  ),
  addService: command('Adds a service.', ServicePlan, z.strictObject({ id: ServiceId })),
  updateService: command('Changes a service.', z.strictObject({ id: ServiceId, plan: ServicePlan }), Nothing),
  removeService: command('Removes a service that nothing names any more.', z.strictObject({ id: ServiceId }), Nothing),
  addTeam: command('Adds a team.', TeamPlan, z.strictObject({ id: TeamId })),
  updateTeam: command('Changes a team.', z.strictObject({ id: TeamId, plan: TeamPlan }), Nothing),
  removeTeam: command('Removes a team that nothing names any more.', z.strictObject({ id: TeamId }), Nothing),
  addPerson: command('Adds a person.', PersonPlan, z.strictObject({ id: PersonId })),
  updatePerson: command('Changes a person.', z.strictObject({ id: PersonId, plan: PersonPlan }), Nothing),
  removePerson: command(
    'Removes a person with their absences; refused while they have a part in a release.',
    z.strictObject({ id: PersonId }),
    Nothing,
  ),
  addAbsence: command('Says that somebody is away.', Absence.omit({ id: true }), z.strictObject({ id: AbsenceId })),
  updateAbsence: command('Changes an absence.', Absence, Nothing),
  removeAbsence: command('Removes an absence.', z.strictObject({ id: AbsenceId }), Nothing),
};
