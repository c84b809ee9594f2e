import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ConflictList } from '../../../../shared/contract/conflicts.ts';
import type { WaivableConflict } from '../../../../shared/model/conflict.ts';
import { type Answer, answerOf } from '../../../lib/answer.ts';
import { conflictsQuery } from '../../../lib/conflict-queries.ts';
import type { CalendarSearch } from '../search.ts';

/** A side that was asked to be shown; a new one each time, so that asking twice shows it twice. */
export interface LookedSide {
  readonly at: number;
  /** Whether the focus goes to it. */
  readonly focus: boolean;
}

/** The conflicts of the plan as the calendar shows them. */
export interface PlanConflicts {
  readonly answer: Answer<ConflictList>;
  readonly all: readonly WaivableConflict[];
  /** How many count: all that are not waived. */
  readonly counting: number;
  /** The one that is looked at. */
  readonly chosen: WaivableConflict | null;
  readonly side: LookedSide | null;
  readonly lookAt: (side: number, focus: boolean) => void;
}

const NONE: readonly WaivableConflict[] = [];

/** Reads the conflicts of the plan, and keeps which of them, and which side of it, is looked at. */
export function usePlanConflicts({ conflict: key }: Pick<CalendarSearch, 'conflict'>): PlanConflicts {
  const answer = answerOf(useQuery(conflictsQuery()));
  const list = 'data' in answer ? answer.data : null;
  const [looked, setLooked] = useState<{ readonly key: string; readonly side: LookedSide } | null>(null);
  const all = list?.conflicts ?? NONE;
  const counting = list === null ? 0 : list.counts.reduce((sum, { count, waived }) => sum + count - waived, 0);
  const chosen = useMemo(
    () => (key === undefined ? null : (all.find(({ conflict }) => conflict.key === key) ?? null)),
    [all, key],
  );
  // Another conflict has other sides.
  useEffect(() => setLooked((kept) => (kept?.key === key ? kept : null)), [key]);
  return {
    answer,
    all,
    counting,
    chosen,
    side: looked !== null && looked.key === key ? looked.side : null,
    lookAt: (at, focus) => key !== undefined && setLooked({ key, side: { at, focus } }),
  };
}
