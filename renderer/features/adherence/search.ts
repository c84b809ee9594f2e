import * as z from 'zod';
import { AdherenceTerms } from '../../../shared/model/adherence.ts';
import { AddressText } from '../../lib/address.ts';

/** How adherence is shown: drawn, or as a table. */
export const AdherenceViewName = z.enum(['pictures', 'table']);
export type AdherenceViewName = z.infer<typeof AdherenceViewName>;

/** What the adherence screen keeps in its address; anything unreadable is dropped. */
export const AdherenceSearch = z.object({
  train: AddressText,
  /** One of the plans that every train has, or the id of a baseline. */
  baseline: AddressText,
  within: z.int().min(0).max(400).optional().catch(undefined),
  unit: AdherenceTerms.shape.unit.optional().catch(undefined),
  quarterBy: AdherenceTerms.shape.quarterBy.optional().catch(undefined),
  view: AdherenceViewName.optional().catch(undefined),
  /** What stands open beside the pictures: `release:KEY`, `quarter:2026-Q1`, `slip:3`. */
  open: z.string().max(400).optional().catch(undefined),
});
export type AdherenceSearch = z.infer<typeof AdherenceSearch>;
