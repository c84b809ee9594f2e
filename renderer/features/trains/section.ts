import type { TrainDraft, TrainProblems } from './draft.ts';

/** What each part of the form is given. */
export interface SectionProps {
  readonly draft: TrainDraft;
  /** Empty until somebody tried to save. */
  readonly problems: TrainProblems;
  readonly onChange: (changes: Partial<TrainDraft>) => void;
}
