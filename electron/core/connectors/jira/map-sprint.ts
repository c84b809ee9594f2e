import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Reader } from './reader.ts';
import type { Sprint } from './schema.ts';

/** A sprint as a fact; its state is kept in lower case, for the agile API and old issue fields differ only in that. */
export function sprintFact(sprint: Sprint, reader: Reader): MappedFact<'sprint'> {
  return {
    kind: 'sprint',
    id: reader.id('sprint', sprint.id),
    connectionId: reader.context.connectionId,
    externalId: sprint.id,
    url: null,
    name: sprint.name,
    originalStatus: sprint.state?.toLowerCase() ?? '',
    startAt: sprint.startDate ?? null,
    endAt: sprint.endDate ?? null,
    completedAt: sprint.completeDate ?? null,
  };
}
