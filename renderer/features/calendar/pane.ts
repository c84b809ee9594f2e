import type { CalendarLane } from '../../../shared/contract/calendar.ts';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { PlanConflicts } from './conflicts/use-plan-conflicts.ts';
import type { Extras } from './lanes/extras.ts';
import type { Plan } from './queries.ts';
import type { CalendarSearch } from './search.ts';
import type { PlanWindow } from './windows.ts';

/** What each view of the calendar is given. */
export interface PaneProps {
  readonly plan: Plan;
  /** The plan's lanes after the filters. */
  readonly lanes: readonly CalendarLane[];
  readonly trains: ReadonlyMap<string, Train>;
  readonly summaries: ReadonlyMap<string, TrainSummary>;
  readonly windows: readonly PlanWindow[];
  /** What is shown besides trains. */
  readonly extras: Extras;
  readonly conflicts: PlanConflicts;
  readonly search: CalendarSearch;
  /** The day that the view stands at. */
  readonly at: Day;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<CalendarSearch>) => void;
  /** The view needs the plan from one day to another. */
  readonly onShow: (from: Day, to: Day) => void;
}
