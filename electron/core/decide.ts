import type { TopicName } from '../../shared/model/change-event.ts';
import type { Instant } from '../../shared/model/time.ts';
import type { CallContext, CoreContext } from './core-context.ts';
import { type DecisionWriter, recordDecisions } from './db/decisions.ts';
import { appendEntry } from './db/journal.ts';

/** What a command answers, and the sentence that the journal keeps of it. */
export interface Decision<Output> {
  readonly output: Output;
  readonly summary: string;
  /** The entry that this command takes back. */
  readonly reverts?: number;
}

export interface CommandTools {
  readonly tx: DecisionWriter;
  readonly now: Instant;
  readonly newId: (prefix: string) => string;
  readonly core: CoreContext;
}

interface Call<Input> {
  readonly input: Input;
  readonly context: CallContext;
  readonly path: readonly string[];
}

/**
 * Makes a command of a synchronous function: it runs in one immediate transaction together with its journal
 * entry, and its change event goes out after the commit. A command that changes nothing leaves no entry.
 */
export function decide<Input, Output>(
  core: CoreContext,
  work: (input: Input, tools: CommandTools) => Decision<Output>,
): (call: Call<Input>) => Promise<Output> {
  return async ({ input, context, path }) => {
    await core.holidays.ready();
    const { output, topics } = core.db.transaction(() => {
      const tx = recordDecisions(core.db);
      const now = core.env.now();
      const decision = work(input, { tx, now, newId: core.env.newId, core });
      const changes = tx.changes();
      if (changes.length > 0) {
        appendEntry(core.db, {
          at: now,
          actor: context.principal.actor,
          command: path.join('.'),
          input,
          changes,
          summary: decision.summary,
          reverts: decision.reverts ?? null,
        });
      }
      const kinds: readonly TopicName[] =
        changes.length > 0 ? [...changes.map((change) => change.kind), 'journal'] : [];
      return { output: decision.output, topics: [...new Set(kinds)] };
    });
    core.changes.publish(topics);
    return output;
  };
}
