import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import { isSameRole } from '../../../shared/domain/rotation/roles.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { ROSTER_ROLES } from '../../../shared/model/roster.ts';

/** Parts that are offered; any other can be written. */
export const usualRoles = [ROSTER_ROLES.lead, ROSTER_ROLES.shadow, 'Approver', 'Deployer', 'On call'] as const;

/** Somebody with a part in a release. */
export interface CrewMember extends Assignment {
  readonly name: string;
  /** Team and zone. */
  readonly about: string;
  /** That they are away when it is decided on or deployed; null where they are there. */
  readonly away: string | null;
}

function rank(role: string): number {
  const at = usualRoles.findIndex((usual) => isSameRole(usual, role));
  return at < 0 ? usualRoles.length : at;
}

/** Who has which part, release lead first, other parts by their names. */
export function crewOf(
  assignments: readonly Assignment[],
  { people, teams }: Catalogue,
  away: ReadonlyMap<PersonId, string>,
): readonly CrewMember[] {
  return assignments
    .map((assignment) => {
      const person = people.find(({ id }) => id === assignment.personId);
      const team = teams.find(({ id }) => id === person?.teamId);
      return {
        ...assignment,
        name: person?.name ?? 'somebody who was removed',
        about: [team?.name, person?.zone].filter((part) => part !== undefined).join(', '),
        away: away.get(assignment.personId) ?? null,
      };
    })
    .toSorted(
      (one, other) =>
        rank(one.role) - rank(other.role) || one.role.localeCompare(other.role) || one.name.localeCompare(other.name),
    );
}
