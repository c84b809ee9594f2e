import type { Absence, Person, Service, Team } from '../../../../shared/model/catalogue.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

const BY_NAME = sql`ORDER BY name COLLATE NOCASE, id`;

export function allServices(db: ReadDb): Service[] {
  return readDecisions(db, 'service', BY_NAME);
}

export function allTeams(db: ReadDb): Team[] {
  return readDecisions(db, 'team', BY_NAME);
}

export function allPeople(db: ReadDb): Person[] {
  return readDecisions(db, 'person', BY_NAME);
}

/** Every absence, earliest first. */
export function allAbsences(db: ReadDb): Absence[] {
  return readDecisions(db, 'absence', sql`ORDER BY first_day, id`);
}

export function absencesOf(db: ReadDb, personId: string): Absence[] {
  return readDecisions(db, 'absence', sql`WHERE person_id = ${personId} ORDER BY first_day, id`);
}
