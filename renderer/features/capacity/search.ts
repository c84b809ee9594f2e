import * as z from 'zod';
import { Day, Zone } from '../../../shared/model/time.ts';
import { AddressText } from '../../lib/address.ts';

export const CapacityTab = z.enum(['throughput', 'forecast', 'cadence', 'size', 'cut-offs', 'buffer']);
export type CapacityTab = z.infer<typeof CapacityTab>;

/** A stretch of work between an item's being done and the release. */
export const AfterStep = z.strictObject({ name: z.string().max(80), workingDays: z.int().min(0).max(200) });
export type AfterStep = z.infer<typeof AfterStep>;

/** What Capacity keeps in its address; anything unreadable is dropped. */
export const CapacitySearch = z.object({
  tab: CapacityTab.optional().catch(undefined),
  team: AddressText,
  train: AddressText,
  release: AddressText,
  /** How much history is drawn from. */
  weeks: z.int().min(1).max(104).optional().catch(undefined),
  /** The kinds of work that count; absent for all. */
  types: z.array(z.string().max(120)).max(100).optional().catch(undefined),
  /** Whose scope a forecast is of: so many items, or what is open aboard the release. */
  scope: z.enum(['number', 'release']).optional().catch(undefined),
  items: z.int().min(0).max(100_000).optional().catch(undefined),
  by: Day.optional().catch(undefined),
  seed: z.int().min(0).max(4_294_967_295).optional().catch(undefined),
  overhead: z.number().min(0).max(100_000).optional().catch(undefined),
  hours: z.number().min(0).max(10_000).optional().catch(undefined),
  /** Hours of CI: on a day (0 where it is no limit), for a train, for an item. */
  ciDay: z.number().min(0).max(100_000).optional().catch(undefined),
  ciTrain: z.number().min(0).max(100_000).optional().catch(undefined),
  ciItem: z.number().min(0).max(100_000).optional().catch(undefined),
  /** Shares from 0 to 1. */
  failure: z.number().min(0).max(0.9).optional().catch(undefined),
  beta: z.number().min(0).max(1).optional().catch(undefined),
  /** The split that is shown, by its number of trains. */
  split: z.int().min(1).max(20).optional().catch(undefined),
  after: z.array(AfterStep).max(20).optional().catch(undefined),
  clock: z.enum(['train', 'aoe']).optional().catch(undefined),
  zones: z.array(Zone).max(50).optional().catch(undefined),
  /** The cut-off that is shown: `Story board 85`. */
  cut: AddressText,
  /** Whether tables stand in place of pictures. */
  table: z.boolean().optional().catch(undefined),
  /** The items that stand open beside the picture: `2026-11-02..2026-11-08`, with a kind of work after a space. */
  rows: AddressText,
});
export type CapacitySearch = z.infer<typeof CapacitySearch>;

/** What is asked for where the address says nothing. */
export const DEFAULTS = {
  weeks: 26,
  items: 20,
  seed: 1,
  overhead: 16,
  hours: 40,
  ciDay: 0,
  ciTrain: 0,
  ciItem: 0,
  failure: 0.02,
  beta: 0.1,
} as const;

export type OnSearch = (changes: Partial<CapacitySearch>) => void;
