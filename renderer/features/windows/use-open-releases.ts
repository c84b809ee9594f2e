import { useQuery } from '@tanstack/react-query';
import type { CalendarRelease } from '../../../shared/contract/calendar.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';

/** A release that can be asked about, with its train's name. */
export interface ReleaseChoice {
  readonly train: string;
  readonly release: CalendarRelease;
}

/** Releases are offered from a week ago to a year ahead. */
const BACK_DAYS = 7;
const AHEAD_DAYS = 380;

/** The releases that are still to come, with their trains, and why they could not be read. */
export function useOpenReleases(): { readonly releases: readonly ReleaseChoice[]; readonly failure: string | null } {
  const today = dayIn(useNow(), useOwnZone());
  const range = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS), trainIds: null };
  const plan = answerOf(useQuery(orpc.calendar.range.queryOptions({ input: range })));
  const lanes = 'data' in plan ? plan.data.lanes : [];
  const releases = lanes.flatMap(({ name: train, releases: own }) =>
    own.filter(isAhead).map((release) => ({ train, release })),
  );
  return { releases, failure: choicesFailure(plan) };
}
