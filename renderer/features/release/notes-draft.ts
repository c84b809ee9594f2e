/** Notes as they are being typed. */
export interface NotesDraft {
  readonly text: string;
  /** What stood there when the typing began. */
  readonly base: string;
}

/** The draft after a key: it begins from what is kept, and is none once it reads the same again. */
export function typed(draft: NotesDraft | null, text: string, kept: string): NotesDraft | null {
  const base = draft?.base ?? kept;
  return text === base ? null : { text, base };
}

/** The draft once `sent` is kept: none, unless more was typed while it was on its way. */
export function afterSave(draft: NotesDraft | null, sent: string): NotesDraft | null {
  return draft === null || draft.text === sent ? null : { text: draft.text, base: sent };
}

/** Whether something was typed that is not kept. */
export function isUnsaved(draft: NotesDraft | null, kept: string): draft is NotesDraft {
  return draft !== null && draft.text !== kept;
}
