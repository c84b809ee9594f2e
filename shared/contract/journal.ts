import * as z from 'zod';
import { ChainFault, DecisionKind, JournalEntry } from '../model/journal.ts';
import { Day, Instant } from '../model/time.ts';
import { Nothing, PageInput, pageOf } from './page.ts';
import { command, query } from './procedure.ts';

const step = z.strictObject({ seq: z.int(), summary: z.string() }).nullable();

/** `reverts` is the entry that was taken back; the compensating entry is the command's own. */
const taken = z.strictObject({ reverts: z.int() });

/** A decision whose table row is not what the journal says it should be. */
export const Drift = z.strictObject({
  kind: DecisionKind,
  id: z.string(),
  seq: z.int().nullable(),
  message: z.string(),
});
export type Drift = z.infer<typeof Drift>;

export const Verification = z.strictObject({
  ok: z.boolean(),
  entries: z.int(),
  headHash: z.string(),
  faults: z.array(ChainFault),
  drift: z.array(Drift),
  verifiedAt: Instant,
});
export type Verification = z.infer<typeof Verification>;

/** An entry beside the later one that took it back. */
export const ListedEntry = JournalEntry.extend({ revertedBy: z.int().nullable() });
export type ListedEntry = z.infer<typeof ListedEntry>;

/** An entry as lists show it: without what was asked and what it changed, which may be megabytes; `journal.get` has them. */
export const JournalLine = ListedEntry.omit({ input: true, changes: true }).extend({
  /** How many rows it changed. */
  changeCount: z.int(),
});
export type JournalLine = z.infer<typeof JournalLine>;

export const journalContract = {
  get: query(
    'Reads one entry with what was asked and what it changed.',
    ['journal'],
    z.strictObject({ seq: z.int().positive() }),
    ListedEntry,
  ),
  list: query(
    'Lists the journal, newest first.',
    ['journal'],
    PageInput.extend({
      actor: z.string().max(120).nullable().default(null),
      command: z.string().max(120).nullable().default(null),
      kind: DecisionKind.nullable().default(null),
      from: Day.nullable().default(null),
      to: Day.nullable().default(null),
      text: z.string().max(200).default(''),
    }),
    pageOf(JournalLine),
  ),
  next: query(
    'Says what undo and redo would do now.',
    ['journal'],
    Nothing,
    z.strictObject({ undo: step, redo: step }),
  ),
  undo: command(
    'Takes back an entry (the latest if none is named) by a compensating entry.',
    z.strictObject({ seq: z.int().positive().nullable() }),
    taken,
  ),
  redo: command(
    'Brings back what an undo took back (the latest if none is named), by a compensating entry.',
    z.strictObject({ seq: z.int().positive().nullable().default(null) }),
    taken,
  ),
};

export const auditContract = {
  verify: query(
    "Checks the journal's chain from the first entry to the head, and the tables against it.",
    [],
    Nothing,
    Verification,
  ),
};
