import { isSameRole } from '../../../shared/domain/rotation/roles.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { AssignmentId } from '../../../shared/model/ids.ts';
import type { CoreContext } from '../core-context.ts';
import { allAssignments, assignmentsOfRelease } from '../db/repositories/planning.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { decisionOf } from './decision-of.ts';
import { releaseOf, titleOf } from './planning.ts';
import { awayFrom, rosterOf } from './roster.ts';
import { acceptRoster, settlingEdits } from './settle-roster.ts';

function addAssignment(input: Omit<Assignment, 'id'>, { tx, newId }: CommandTools): Decision<{ id: AssignmentId }> {
  const release = releaseOf(tx.db, input.releaseId);
  const person = decisionOf(tx.db, 'person', input.personId);
  const known = assignmentsOfRelease(tx.db, release.id);
  if (known.some(({ personId, role }) => personId === person.id && isSameRole(role, input.role))) {
    throw new Failure('CONFLICT', `${person.name} is ${input.role} of “${titleOf(tx.db, release)}” already.`, {
      where: 'personId',
      remedy: 'Choose somebody else, or another part.',
    });
  }
  // Ids made by newId are ids.
  const id = newId('assignment') as AssignmentId;
  tx.put('assignment', { ...input, id });
  return { output: { id }, summary: `${person.name} is ${input.role} of “${titleOf(tx.db, release)}”` };
}

/** Who has which part in which release. */
export function assignmentsService(os: Os, core: CoreContext) {
  return {
    list: os.assignments.list.handler(({ input }) =>
      input.releaseId === null ? allAssignments(core.db) : assignmentsOfRelease(core.db, input.releaseId),
    ),
    away: os.assignments.away.handler(({ input }) => awayFrom(core, releaseOf(core.db, input.releaseId))),
    add: os.assignments.add.handler(decide(core, addAssignment)),
    propose: os.assignments.propose.handler(({ input, signal }) => rosterOf(core, input, signal)),
    preview: os.assignments.preview.handler(async ({ input }) => {
      const { added, removed } = (await core.conflicts.read()).preview(settlingEdits(core, input.places));
      return { added: [...added], removed: [...removed] };
    }),
    accept: os.assignments.accept.handler(decide(core, acceptRoster)),
    remove: os.assignments.remove.handler(
      decide(core, ({ id }: { readonly id: AssignmentId }, { tx }) => {
        const { personId, releaseId, role } = decisionOf(tx.db, 'assignment', id);
        const { name } = decisionOf(tx.db, 'person', personId);
        tx.remove('assignment', id);
        return {
          output: {},
          summary: `${name} is no longer ${role} of “${titleOf(tx.db, releaseOf(tx.db, releaseId))}”`,
        };
      }),
    ),
  };
}
