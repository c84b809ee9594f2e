import * as z from 'zod';
import { Instant } from './time.ts';

/** The kinds of decision; each has a table of its own. */
export const DecisionKind = z.enum([
  'workspace',
  'team',
  'service',
  'person',
  'absence',
  'train',
  'release',
  'milestone',
  'scope-item',
  'assignment',
  'schedule-rule',
  'override',
  'environment',
  'booking',
  'waiver',
  'baseline',
  'plan-observation',
  'connection',
]);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What one command did to one row: `before` null for a new row, `after` null for a removed one. */
export const Change = z.strictObject({
  kind: DecisionKind,
  id: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof Change>;

/** One decision in the journal. Its hash covers every other field and the hash before it. */
export const JournalEntry = z.strictObject({
  seq: z.int().positive(),
  at: Instant,
  actor: z.string(),
  /** The contract's name of the command, such as `releases.move`. */
  command: z.string(),
  /** The command's input, without secrets. */
  input: z.unknown(),
  changes: z.array(Change),
  /** A sentence for people: what was decided. */
  summary: z.string(),
  /** The entry that this one takes back (undo) or, where that was an undo, brings back (redo). */
  reverts: z.int().positive().nullable(),
  prevHash: z.string(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** One place where the chain does not hold. */
export const ChainFault = z.strictObject({
  seq: z.int(),
  kind: z.enum(['edited', 'missing', 'inserted', 'reordered', 'unreadable']),
  message: z.string(),
});
export type ChainFault = z.infer<typeof ChainFault>;
