import { useState } from 'react';
import { formBaseOf } from '../../lib/edit-base.ts';
import type { Command } from '../../lib/use-command.ts';
import { useAnotherLikeIt } from '../../ui/another-like-it.tsx';
import type { ReadPlan } from './read-plan.ts';

export interface ThingForm<Id, Plan, Draft> {
  /** As it stands now; null for something new. */
  readonly now: { readonly id: Id; readonly plan: Plan } | null;
  readonly begin: () => Draft;
  readonly read: (draft: Draft) => ReadPlan<Plan>;
  readonly add: Command<Plan, { readonly id: Id }>;
  readonly update: Command<{ id: Id; plan: Plan; base?: Plan | undefined }, unknown>;
  /** What another one like it keeps of the one just added, in words, and what it begins with. */
  readonly another: { readonly kept: string; readonly begin: (added: Draft) => Draft };
  readonly onDone: (id: Id) => void;
}

/**
 * The form of something new, and then of others like it, or of something that is there: what is typed, what is wrong with
 * it once somebody tried to save it, and saving it over what it was when the form was opened.
 */
export function useThingForm<Id, Plan extends object, Draft extends { readonly name: string }>({
  now,
  begin,
  read,
  add,
  update,
  another: { kept, begin: beginNext },
  onDone,
}: ThingForm<Id, Plan, Draft>) {
  const [begun] = useState(now);
  const [draft, setDraft] = useState(begin);
  const [tried, setTried] = useState(false);
  const another = useAnotherLikeIt(kept);
  const { plan, problems } = read(draft);

  async function addIt(typed: Plan): Promise<void> {
    const added = await add.run(typed);
    if (added === null) return;
    if (!another.wanted) return onDone(added.id);
    setDraft(beginNext(draft));
    setTried(false);
    another.begin(draft.name);
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (plan === null) return;
    if (begun === null) return addIt(plan);
    const edit = { begun: begun.plan, now: now?.plan ?? begun.plan, failure: update.failure };
    if ((await update.run({ id: begun.id, plan, base: formBaseOf(edit, plan) })) !== null) onDone(begun.id);
  }

  return {
    draft,
    problems: tried ? problems : {},
    set: (changes: Partial<Draft>) => setDraft((typed) => ({ ...typed, ...changes })),
    /** What the dialog is given. */
    form: {
      ...(begun === null ? another.form : {}),
      busy: add.busy || update.busy,
      failure: add.failure ?? update.failure,
      onSubmit: () => void submit(),
    },
  };
}
