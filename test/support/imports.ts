import { ImportedPlan, type ImportedRelease } from '../../shared/model/imported-plan.ts';

/** What a test says of a release in a file; the rest is usual. */
export type SomeImport = Partial<Omit<ImportedRelease, 'day' | 'milestones'>> & {
  readonly day?: string;
  readonly milestones?: readonly {
    readonly uid?: string;
    readonly name: string;
    readonly start: string;
    readonly end?: string | null;
  }[];
};

/** A plan out of a file, as a reader of files would give it. */
export function importedPlan(releases: readonly SomeImport[], changes: Partial<ImportedPlan> = {}): ImportedPlan {
  return ImportedPlan.parse({
    source: 'table',
    attribution: null,
    zone: null,
    releases: releases.map(({ milestones = [], ...release }, index) => ({
      uid: `uid-${index + 1}`,
      line: index + 2,
      train: 'Payments',
      name: `R${index + 1}`,
      day: '2027-03-04',
      time: null,
      state: null,
      notes: null,
      milestones: milestones.map((one) => ({ uid: one.name, kind: 'custom', end: null, ...one })),
      ...release,
    })),
    ...changes,
  });
}
