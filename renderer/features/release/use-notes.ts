import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReleaseDetail } from '../../../shared/contract/releases.ts';
import type { Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import type { UiFailure } from '../../lib/failures.ts';
import { useCommand } from '../../lib/use-command.ts';
import { afterSave, isUnsaved, type NotesDraft, typed } from './notes-draft.ts';
import { releaseQuery } from './queries.ts';

export interface Notes {
  readonly text: string;
  /** What the core keeps. */
  readonly kept: string;
  readonly unsaved: boolean;
  readonly busy: boolean;
  /** Why the last save did not work, while there is something unsaved. */
  readonly failure: UiFailure | null;
  readonly type: (text: string) => void;
  /** Saves what was typed; whether nothing unsaved is left. */
  readonly save: () => Promise<boolean>;
  /** Puts what was typed over what was changed meanwhile. */
  readonly saveOver: () => Promise<boolean>;
  readonly drop: () => void;
}

/** A release's notes while they are typed. It outlives the tab that shows them, so that nothing typed is lost. */
export function useNotes(release: Release): Notes {
  const queryClient = useQueryClient();
  const update = useCommand(orpc.releases.update, { showsFailure: true });
  const [draft, setDraft] = useState<NotesDraft | null>(null);
  const newest = useRef<NotesDraft | null>(null);
  const saving = useRef<Promise<boolean> | null>(null);
  const { id, notes: kept } = release;
  const unsaved = isUnsaved(draft, kept);

  function become(next: NotesDraft | null): void {
    newest.current = next;
    setDraft(next);
  }

  /** What was saved shows at once: the next key goes on from it. */
  async function show(notes: string): Promise<void> {
    const { queryKey } = releaseQuery(id);
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData<ReleaseDetail>(
      queryKey,
      (detail) => detail && { ...detail, release: { ...detail.release, notes } },
    );
  }

  async function send({ text, base }: NotesDraft): Promise<boolean> {
    const saved = await update.run({ id, notes: text, base: { notes: base } });
    if (saved === null) {
      // What stands there now is shown beside what was typed.
      await queryClient.invalidateQueries({ queryKey: releaseQuery(id).queryKey });
      return false;
    }
    await show(text);
    become(afterSave(newest.current, text));
    return newest.current === null;
  }

  /** One save at a time: leaving the field by a press on Save asks twice. */
  function begin(from: NotesDraft): Promise<boolean> {
    saving.current ??= send(from).finally(() => {
      saving.current = null;
    });
    return saving.current;
  }

  return {
    text: draft?.text ?? kept,
    kept,
    unsaved,
    busy: update.busy,
    failure: unsaved ? update.failure : null,
    type: (text) => become(typed(newest.current, text, kept)),
    save: async () => (isUnsaved(newest.current, kept) ? begin(newest.current) : true),
    saveOver: async () => (newest.current === null ? true : begin({ ...newest.current, base: kept })),
    drop() {
      update.forget();
      become(null);
    },
  };
}
