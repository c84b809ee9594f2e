import type { MadeEntry } from '../../shared/contract/procedure.ts';
import { withoutDirection } from '../../shared/domain/text/direction.ts';
import type { TopicName } from '../../shared/model/change-event.ts';
import type { Change } from '../../shared/model/journal.ts';
import type { Instant } from '../../shared/model/time.ts';
import type { CallContext, CoreContext } from './core-context.ts';
import { type DecisionWriter, recordDecisions } from './db/decisions.ts';
import { appendEntry } from './db/journal.ts';
import { followConnections } from './follow-connections.ts';

/** What a command answers, and the sentence that the journal keeps of it. */
export interface Decision<Output> {
  readonly output: Output;
  readonly summary: string;
  /** The entry that this command takes back. */
  readonly reverts?: number;
  /** Something was decided by it though nothing changes: it is journaled all the same. */
  readonly settles?: boolean;
  /** The name it is journaled under, where that is not its own: undoing an undo is a redo. */
  readonly command?: string;
}

export interface CommandTools {
  readonly tx: DecisionWriter;
  readonly now: Instant;
  /** Who decides. */
  readonly actor: string;
  readonly newId: (prefix: string) => string;
  readonly core: CoreContext;
}

interface Call<Input> {
  readonly input: Input;
  readonly context: CallContext;
  readonly path: readonly string[];
}

const NO_ENTRY: MadeEntry = { seq: null, summary: null };

function topicsOf(made: MadeEntry, changes: readonly Change[]): readonly TopicName[] {
  return made.seq === null ? [] : [...new Set(changes.map(({ kind }) => kind)), 'journal'];
}

/**
 * Makes a command of a synchronous function: it runs after the commands before it, in one immediate transaction
 * together with its journal entry, whose number and sentence it answers besides its own; its change event goes out
 * after the commit, and syncing follows changed connections. A command that changes nothing leaves no entry, unless it
 * settles something or takes an entry back.
 */
export function decide<Input, Output extends object>(
  core: CoreContext,
  work: (input: Input, tools: CommandTools) => Decision<Output>,
): (call: Call<Input>) => Promise<Output & MadeEntry> {
  return async ({ input, context, path }) => {
    await core.holidays.ready();
    const { output, made, changes } = await core.commands(() =>
      core.db.transaction(() => {
        const tx = recordDecisions(core.db);
        const now = core.env.now();
        const decision = work(input, { tx, now, actor: context.principal.actor, newId: core.env.newId, core });
        const decided = tx.changes();
        const isEntry = decided.length > 0 || decision.settles === true || decision.reverts !== undefined;
        if (!isEntry) return { output: decision.output, made: NO_ENTRY, changes: decided };
        // Set into a sentence, a name that turns its direction would turn the sentence: in the journal, in messages, in lists.
        const summary = withoutDirection(decision.summary);
        const seq = appendEntry(core.db, {
          at: now,
          actor: context.principal.actor,
          command: decision.command ?? path.join('.'),
          input,
          changes: decided,
          summary,
          reverts: decision.reverts ?? null,
        });
        return { output: decision.output, made: { seq, summary }, changes: decided };
      }),
    );
    core.changes.publish(topicsOf(made, changes));
    core.conflicts.follow(changes);
    followConnections(core, changes);
    return { ...output, ...made };
  };
}
