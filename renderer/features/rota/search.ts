import * as z from 'zod';
import { ClockTime, Day } from '../../../shared/model/time.ts';

/** What the rota keeps in its address; anything unreadable is dropped. */
export const RotaSearch = z.object({
  /** The trains whose releases are staffed; all of them where it is left out. */
  trains: z.array(z.string().max(200)).max(500).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  /** What each lead must be able to do. */
  skills: z.array(z.string().min(1).max(60)).max(20).optional().catch(undefined),
  /** Working hours. */
  starts: ClockTime.optional().catch(undefined),
  ends: ClockTime.optional().catch(undefined),
  workdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional().catch(undefined),
  /** How many releases one sits out after a part. */
  rest: z.int().min(0).max(20).optional().catch(undefined),
  pairing: z.enum(['prefer', 'strict']).optional().catch(undefined),
  /** Whether only people of a train’s teams are asked; they are where it is left out. */
  teams: z.enum(['own', 'any']).optional().catch(undefined),
  /** Which of equally good rosters. */
  seed: z.int().min(1).max(1_000_000).optional().catch(undefined),
});
export type RotaSearch = z.infer<typeof RotaSearch>;
