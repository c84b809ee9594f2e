import { Failure } from '../../../shared/model/failure.ts';

/** What is said of a thing that was there when it was shown, and is gone. */
export function notFound(what: string, id: string): Failure {
  return new Failure('NOT_FOUND', `There is no ${what} ${id} any more.`, {
    where: `${what} ${id}`,
    remedy: 'It may have been removed; undo brings it back.',
  });
}
