import * as z from 'zod';
import { type FactKind, factKinds } from './facts.ts';
import { DecisionKind } from './journal.ts';

const factKindNames = Object.keys(factKinds) as [FactKind, ...FactKind[]];

/** Anything whose change a client may want to hear of. */
export const TopicName = z.enum([
  ...DecisionKind.options,
  ...factKindNames,
  'journal',
  'sync-run',
  'settings',
  'branch',
]);
export type TopicName = z.infer<typeof TopicName>;

/** Tells clients which kinds moved; they ask again for what they show. */
export const ChangeEvent = z.strictObject({ seq: z.int(), topics: z.array(TopicName) });
export type ChangeEvent = z.infer<typeof ChangeEvent>;
