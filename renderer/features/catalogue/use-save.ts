import { useState } from 'react';
import { type EditBase, formBaseOf } from '../../lib/edit-base.ts';
import type { UiFailure } from '../../lib/failures.ts';
import type { Command } from '../../lib/use-command.ts';

interface Thing<Id, Plan> {
  readonly id: Id;
  readonly plan: Plan;
}

interface Commands<Id, Plan> {
  readonly add: Command<Plan, { readonly id: Id }>;
  readonly update: Command<{ id: Id; plan: Plan; base?: Plan | undefined }, unknown>;
}

export interface Saving<Id, Plan> {
  readonly busy: boolean;
  readonly failure: UiFailure | null;
  /** Adds it, or changes it from what it was when the form was opened; its id, or null where that was refused. */
  readonly save: (plan: Plan) => Promise<Id | null>;
}

/** Saves the form of something new (`now` null) or of something that is there. */
export function useSave<Id, Plan extends object>(
  now: Thing<Id, Plan> | null,
  { add, update }: Commands<Id, Plan>,
): Saving<Id, Plan> {
  const [begun] = useState(now);

  async function save(plan: Plan): Promise<Id | null> {
    if (begun === null) return (await add.run(plan))?.id ?? null;
    const edit: EditBase<Plan> = { begun: begun.plan, now: now?.plan ?? begun.plan, failure: update.failure };
    const done = await update.run({ id: begun.id, plan, base: formBaseOf(edit, plan) });
    return done === null ? null : begun.id;
  }

  return { busy: add.busy || update.busy, failure: add.failure ?? update.failure, save };
}
