import * as z from 'zod';
import { Assignment } from '../model/assignment.ts';
import { AssignmentId, ReleaseId } from '../model/ids.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const assignmentsContract = {
  list: query(
    'Lists who has which part in a release, or in every release.',
    ['assignment'],
    z.strictObject({ releaseId: ReleaseId.nullable() }),
    z.array(Assignment),
  ),
  add: command(
    'Gives somebody a part in a release.',
    Assignment.omit({ id: true }),
    z.strictObject({ id: AssignmentId }),
  ),
  remove: command('Takes a part in a release away.', z.strictObject({ id: AssignmentId }), Nothing),
};
