import {
  Absence,
  type Person,
  PersonPlan,
  type Service,
  ServicePlan,
  type Team,
  TeamPlan,
} from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';
import type { LinkedProject } from '../../../shared/model/train.ts';
import { daysOffOf, daysOffProblem } from '../../ui/days-off-draft.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';

const NAME = 'Write a name of at most 120 characters.';
const ZONE = 'Choose one of the zones.';

/** A service as it is being typed. */
export interface ServiceDraft {
  readonly name: string;
  readonly tier: '1' | '2' | '3' | '4';
  /** Empty for none. */
  readonly teamId: string;
  readonly regions: readonly string[];
  readonly projects: readonly LinkedProject[];
  readonly dependsOn: readonly ServiceId[];
  readonly notes: string;
}

/** What people type of a service; a plan knows nothing of the rest of it. */
export function servicePlanOf({ id: _id, runs: _runs, ...plan }: Service): ServicePlan {
  return plan;
}

/** What people type of a team; a plan knows nothing of the rest of it. */
export function teamPlanOf({ id: _id, typedThroughput: _typed, ...plan }: Team): TeamPlan {
  return plan;
}

/** A service to begin with, of a team where one is named, or one that is there as it can be changed. */
export function serviceDraftOf(service: Service | null, team: Team | null = null): ServiceDraft {
  if (service === null) {
    return { name: '', tier: '2', teamId: team?.id ?? '', regions: [], projects: [], dependsOn: [], notes: '' };
  }
  const { name, tier, teamId, regions, projects, dependsOn, notes } = service;
  const tierText = String(tier) as ServiceDraft['tier']; // tiers are 1 to 4
  return { name, tier: tierText, teamId: teamId ?? '', regions, projects, dependsOn, notes };
}

/** Each text once, whatever its case; the first spelling stays. */
function once(texts: readonly string[]): readonly string[] {
  const seen = new Map(texts.toReversed().map((text) => [text.trim().toLowerCase(), text.trim()]));
  return [...seen.values()].filter((text) => text !== '').toReversed();
}

/** Reads a service: a plan, or what is wrong where. */
export function readService(draft: ServiceDraft): ReadPlan<ServicePlan> {
  const { teamId, tier } = draft;
  const typed = {
    ...draft,
    tier: Number(tier),
    teamId: teamId === '' ? null : teamId,
    regions: once(draft.regions),
  };
  return readPlan(typed, ServicePlan, {
    name: NAME,
    regions: 'At most 100 regions, each of at most 60 characters.',
    notes: 'At most 10,000 characters.',
  });
}

/** A team as it is being typed. */
export interface TeamDraft {
  readonly name: string;
  readonly zone: string;
  readonly workdays: readonly number[];
  /** A holiday place's code; empty for none. */
  readonly holidays: string;
  /** Days `YYYY-MM-DD`, one to a line. */
  readonly extraDaysOff: string;
  readonly projects: readonly LinkedProject[];
  readonly notes: string;
}

/** A team to begin with in a zone, or one that is there as it can be changed. */
export function teamDraftOf(team: Team | null, zone: string): TeamDraft {
  if (team === null) {
    return { name: '', zone, workdays: [1, 2, 3, 4, 5], holidays: '', extraDaysOff: '', projects: [], notes: '' };
  }
  const { workdays, holidays, extraDaysOff } = team.calendar;
  const { name, projects, notes } = team;
  return {
    name,
    zone: team.zone,
    workdays,
    holidays: holidays ?? '',
    extraDaysOff: extraDaysOff.join('\n'),
    projects,
    notes,
  };
}

/** Reads a team: a plan, or what is wrong where. */
export function readTeam(draft: TeamDraft): ReadPlan<TeamPlan> {
  const { name, zone, projects, notes } = draft;
  const days = daysOffProblem(draft.extraDaysOff);
  if (draft.workdays.length === 0 || days !== null) {
    const rest = readTeam({ ...draft, workdays: [1], extraDaysOff: '' }).problems;
    const workdays = draft.workdays.length === 0 ? { workdays: 'Choose at least one day of the week.' } : {};
    return { plan: null, problems: { ...rest, ...workdays, ...(days === null ? {} : { extraDaysOff: days }) } };
  }
  const calendar = {
    workdays: draft.workdays.toSorted((one, other) => one - other),
    holidays: draft.holidays === '' ? null : draft.holidays,
    extraDaysOff: daysOffOf(draft.extraDaysOff),
  };
  return readPlan({ name, zone, calendar, projects, notes }, TeamPlan, {
    name: NAME,
    zone: ZONE,
    notes: 'At most 10,000 characters.',
  });
}

/** A person as they are being typed. */
export interface PersonDraft {
  readonly name: string;
  /** Empty for none. */
  readonly teamId: string;
  readonly zone: string;
  readonly skills: readonly string[];
  readonly leads: PersonPlan['leads'];
}

/** Somebody new in a zone, or of a team and in its zone, or somebody who is there as they can be changed. */
export function personDraftOf(person: Person | null, zone: string, team: Team | null = null): PersonDraft {
  if (person === null) {
    return { name: '', teamId: team?.id ?? '', zone: team?.zone ?? zone, skills: [], leads: 'lead' };
  }
  const { name, teamId, skills, leads } = person;
  return { name, teamId: teamId ?? '', zone: person.zone, skills, leads };
}

/** Reads a person: a plan, or what is wrong where. */
export function readPerson(draft: PersonDraft): ReadPlan<PersonPlan> {
  const typed = { ...draft, teamId: draft.teamId === '' ? null : draft.teamId, skills: once(draft.skills) };
  return readPlan(typed, PersonPlan, {
    name: NAME,
    zone: ZONE,
    skills: 'At most 60 skills, each of at most 60 characters.',
  });
}

/** An absence as it is being typed. */
export interface AbsenceDraft {
  readonly personId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
}

/** What an absence says, without who it is. */
export type AbsencePlan = Omit<Absence, 'id'>;

/** Reads an absence: days in order, or what is wrong where. */
export function readAbsence(draft: AbsenceDraft): ReadPlan<AbsencePlan> {
  const read = readPlan<AbsencePlan>(draft, Absence.omit({ id: true }), {
    firstDay: 'Choose the first day.',
    lastDay: 'Choose the last day.',
    reason: 'At most 400 characters.',
  });
  const person = draft.personId === '' ? { personId: 'Choose who is away.' } : {};
  const order =
    draft.firstDay !== '' && draft.lastDay !== '' && draft.lastDay < draft.firstDay
      ? { lastDay: 'The last day lies before the first.' }
      : {};
  const problems = { ...read.problems, ...person, ...order };
  return { plan: Object.keys(problems).length === 0 ? read.plan : null, problems };
}
