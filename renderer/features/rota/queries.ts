import { keepPreviousData } from '@tanstack/react-query';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { RosterPlace } from '../../../shared/model/roster.ts';
import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';
import type { RotaSearch } from './search.ts';
import { termsOf } from './terms.ts';

export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

/** The people and their absences. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}

/** Everybody's parts in all releases. */
export function assignmentsQuery() {
  return orpc.assignments.list.queryOptions({ input: { releaseId: null } });
}

export interface RosterQuestion {
  readonly search: RotaSearch;
  readonly trainIds: readonly TrainId[];
  readonly from: Day;
  /** Undefined for the last release that is planned. */
  readonly to: Day | undefined;
  /** Places that stay, around which the others are filled. */
  readonly chosen: readonly RosterPlace[];
}

/** A roster for the releases of a range; what stood before stays on the page until it is there. */
export function rosterQuery({ search, trainIds, from, to, chosen }: RosterQuestion) {
  return {
    ...orpc.assignments.propose.queryOptions({
      input: {
        trainIds: [...trainIds],
        from,
        to: to ?? null,
        skills: [...(search.skills ?? [])],
        terms: termsOf(search),
        chosen: [...chosen],
      },
    }),
    placeholderData: keepPreviousData,
    enabled: (to === undefined || from <= to) && trainIds.length > 0,
  };
}

/** Which conflicts settling places would make. */
export function settlingQuery(places: readonly RosterPlace[]) {
  return orpc.assignments.preview.queryOptions({ input: { places: [...places] } });
}
