import * as z from 'zod';
import { ConflictKind } from '../../../shared/model/conflict.ts';
import { Severity } from '../../../shared/model/severity.ts';
import { Day } from '../../../shared/model/time.ts';
import { MilestoneKind } from '../../../shared/model/train.ts';
import { LaneGroup } from './lanes/groups.ts';

export const CalendarViewName = z.enum(['timeline', 'month', 'agenda']);
export type CalendarViewName = z.infer<typeof CalendarViewName>;

/** The days that the calendar goes to: near the ends of time there is no room to draw around them. */
const CalendarDay = Day.refine((day) => day >= '0100-01-01' && day <= '9900-12-31');

/** What the calendar keeps in its address; anything unreadable is dropped. */
export const CalendarSearch = z.object({
  view: CalendarViewName.optional().catch(undefined),
  /** The day in the middle of the timeline, in the month shown, or at the head of the agenda. */
  at: CalendarDay.optional().catch(undefined),
  /** Days across the timeline. */
  days: z.number().min(0.2).max(100_000).optional().catch(undefined),
  /** Only these trains; all of them where it is left out. */
  trains: z.array(z.string().max(200)).max(200).optional().catch(undefined),
  /** Kinds of milestone that are not shown. */
  hidden: z.array(MilestoneKind).max(20).optional().catch(undefined),
  /** The groups of lanes that are shown; trains, and freezes where there are any, where it is left out. */
  lanes: z.array(LaneGroup).max(4).optional().catch(undefined),
  /** Groups of which only the heading is shown. */
  folded: z.array(LaneGroup).max(4).optional().catch(undefined),
  /** Whether the panel of conflicts stands beside the calendar. */
  conflicts: z.boolean().optional().catch(undefined),
  /** The key of the conflict that is looked at. */
  conflict: z.string().max(1_000).optional().catch(undefined),
  /** Only conflicts of this kind. */
  conflictKind: ConflictKind.optional().catch(undefined),
  severity: Severity.optional().catch(undefined),
});
export type CalendarSearch = z.infer<typeof CalendarSearch>;
