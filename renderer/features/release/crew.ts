import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { isSameRole } from '../../../shared/domain/rotation/roles.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { Absence } from '../../../shared/model/catalogue.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { ROSTER_ROLES } from '../../../shared/model/roster.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';

/** Parts that are offered; any other can be written. */
export const usualRoles = [ROSTER_ROLES.lead, ROSTER_ROLES.shadow, 'Approver', 'Deployer', 'On call'] as const;

/** Somebody with a part in a release. */
export interface CrewMember extends Assignment {
  readonly name: string;
  /** Team and zone. */
  readonly about: string;
  /** That they are away on its day, and until when; null where they are there. */
  readonly away: string | null;
}

/** That somebody is away on a day, and until when; null where they are there. */
export function awayOn(personId: PersonId, day: Day, absences: readonly Absence[]): string | null {
  const absence = absences.find((one) => one.personId === personId && one.firstDay <= day && one.lastDay >= day);
  return absence === undefined ? null : `Away on its day, until ${formatDay(absence.lastDay)}`;
}

function rank(role: string): number {
  const at = usualRoles.findIndex((usual) => isSameRole(usual, role));
  return at < 0 ? usualRoles.length : at;
}

/** Who has which part, release lead first, other parts by their names. */
export function crewOf(
  assignments: readonly Assignment[],
  { people, teams, absences }: Catalogue,
  day: Day,
): readonly CrewMember[] {
  return assignments
    .map((assignment) => {
      const person = people.find(({ id }) => id === assignment.personId);
      const team = teams.find(({ id }) => id === person?.teamId);
      return {
        ...assignment,
        name: person?.name ?? 'somebody who was removed',
        about: [team?.name, person?.zone].filter((part) => part !== undefined).join(', '),
        away: awayOn(assignment.personId, day, absences),
      };
    })
    .toSorted(
      (one, other) =>
        rank(one.role) - rank(other.role) || one.role.localeCompare(other.role) || one.name.localeCompare(other.name),
    );
}
