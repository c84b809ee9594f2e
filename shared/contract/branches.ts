import * as z from 'zod';
import { ComparedRelease } from '../model/compared-release.ts';
import { ComparedRule } from '../model/compared-rule.ts';
import { Conflict } from '../model/conflict.ts';
import { BranchId, EnvironmentId, ReleaseId, TeamId } from '../model/ids.ts';
import { DecisionKind } from '../model/journal.ts';
import { MergeItem } from '../model/merge.ts';
import { Day, Instant } from '../model/time.ts';
import { Nothing } from './page.ts';
import { action, command, query } from './procedure.ts';

/** A copy of the workspace in which anything may be tried. */
export const Branch = z.strictObject({
  id: BranchId,
  name: z.string(),
  forkedAt: Instant,
  /** The journal's entry after which it left the plan. */
  seq: z.int(),
  /** How many decisions were made in it since. */
  decisions: z.int(),
});
export type Branch = z.infer<typeof Branch>;

/** What merging would do to one decision, and what it belongs to: the release of a milestone, the train of a release. */
export const ComparedItem = MergeItem.extend({ of: z.string().nullable() });
export type ComparedItem = z.infer<typeof ComparedItem>;

/** The newest entry of each journal: what was compared, or what a merge was decided upon. */
export const MergeHeads = z.strictObject({ plan: z.int().min(0), branch: z.int().min(0) });
export type MergeHeads = z.infer<typeof MergeHeads>;

export const BranchComparison = z.strictObject({
  branch: Branch,
  heads: MergeHeads,
  /** What merging would change, clashes first. */
  items: z.array(ComparedItem),
  /** Releases that stand elsewhere in the branch, or are cancelled on one side only, by departure. */
  releases: z.array(ComparedRelease),
  /** Windows, freezes and maintenances that hold at other times in the branch, or are on one side only, by name. */
  rules: z.array(ComparedRule),
  /** Changes that never merge, since they are no part of the plan: connections, the workspace's own name. */
  leftOut: z.int(),
});
export type BranchComparison = z.infer<typeof BranchComparison>;

/** How many conflicts there are of each severity; waived ones are counted apart. */
export const ConflictCounts = z.strictObject({ blocking: z.int(), serious: z.int(), minor: z.int(), waived: z.int() });
export type ConflictCounts = z.infer<typeof ConflictCounts>;

/** What conflicts a change of the plan would make, and which it would resolve. */
const ConflictDifference = z.strictObject({
  added: z.array(Conflict),
  removed: z.array(Conflict),
  /** Conflicts of both lists that the limit left out; never silently partial. */
  leftOut: z.int(),
});

/** The conflicts of a branch beside those of the plan, each found by the same engine at the same moment. */
export const ConflictComparison = ConflictDifference.extend({
  plan: ConflictCounts,
  branch: ConflictCounts,
});
export type ConflictComparison = z.infer<typeof ConflictComparison>;

/** What merging would do to the plan; `refused` says why it could not be done with these choices. */
export const MergePreview = ConflictDifference.extend({ refused: z.string().nullable() });
export type MergePreview = z.infer<typeof MergePreview>;

/** One figure in the plan and in the branch; null where it is not known there. */
const Beside = z.strictObject({ plan: z.number().nullable(), branch: z.number().nullable() });

/** When a release departs and when what a team has to do for it is forecast to be done. */
export const Outlook = z.strictObject({
  departs: Day,
  /** Items aboard that the team has not finished, and those together with all of its releases that depart before. */
  open: z.int(),
  ahead: z.int(),
  /** The day by which 85 % of the runs were done; null where fewer were within the horizon. */
  p85: Day.nullable(),
  /** What was typed by hand, in words, where the forecast rests on that in place of facts. */
  typed: z.string().nullable(),
});
export type Outlook = z.infer<typeof Outlook>;

/** One team's outlook on one release, in the plan and in the branch; null where the release is not there, or not its. */
export const ComparedOutlook = z.strictObject({
  releaseId: ReleaseId,
  name: z.string(),
  trainName: z.string(),
  teamId: TeamId,
  teamName: z.string(),
  plan: Outlook.nullable(),
  branch: Outlook.nullable(),
});
export type ComparedOutlook = z.infer<typeof ComparedOutlook>;

/** The same figures of the plan and of a branch, computed at the same moment from the same seed. */
export const FigureComparison = z.strictObject({
  /** The days that the use of environments is counted over. */
  from: Day,
  to: Day,
  environments: z.array(z.strictObject({ id: EnvironmentId, name: z.string(), use: Beside, overMinutes: Beside })),
  outlooks: z.array(ComparedOutlook),
  /** Releases further away that the outlooks leave out. */
  leftOut: z.int(),
  /** How likely a release fails as one train, of its items aboard; null where it has none. */
  risks: z.array(z.strictObject({ releaseId: ReleaseId, name: z.string(), trainName: z.string(), risk: Beside })),
  runs: z.int(),
  seed: z.int(),
  failurePerItem: z.number(),
});
export type FigureComparison = z.infer<typeof FigureComparison>;

/** Which side of one decision to keep. */
export const MergeChoice = z.strictObject({
  kind: DecisionKind,
  id: z.string().max(200),
  take: z.enum(['branch', 'plan']),
});
export type MergeChoice = z.infer<typeof MergeChoice>;

const BranchName = z.string().trim().min(1).max(80);
const choices = z.array(MergeChoice).max(20_000);
const limit = z.int().min(1).max(5_000).default(500);

export const branchesContract = {
  list: query(
    'Lists the what-if branches of the workspace, newest first.',
    ['branch', 'journal'],
    Nothing,
    z.array(Branch),
  ),
  create: action(
    'Forks the workspace: a copy in which anything may be tried.',
    z.strictObject({ name: BranchName }),
    z.strictObject({ id: BranchId }),
  ),
  rename: action('Gives a branch another name.', z.strictObject({ id: BranchId, name: BranchName }), Nothing),
  compare: query(
    'Compares a branch with the plan: what merging would change, what clashes, which releases move.',
    ['branch', ...DecisionKind.options],
    z.strictObject({ id: BranchId }),
    BranchComparison,
  ),
  conflicts: query(
    'Counts the conflicts of the plan and of a branch, and lists those that only one of them has.',
    ['branch', 'waiver', 'work-item', ...DecisionKind.options],
    z.strictObject({ id: BranchId, limit }),
    ConflictComparison,
  ),
  figures: query(
    'Computes the same figures of the plan and of a branch: use of environments, when teams are done, risk of trains.',
    ['branch', 'work-item', 'transition', ...DecisionKind.options],
    z.strictObject({
      id: BranchId,
      /** Days ahead that the use of environments is counted over. */
      days: z.int().min(1).max(730).default(90),
      weeks: z.int().min(1).max(104).default(26),
      runs: z.int().min(100).max(20_000).default(2_000),
      seed: z.int().min(0).max(4_294_967_295).default(1),
      /** How likely one item alone makes its train fail; nobody knows it of an item, so it is the same for all. */
      failurePerItem: z.number().min(0).max(0.9).default(0.02),
      /** How many coming releases of each team are looked at. */
      releases: z.int().min(1).max(50).default(8),
    }),
    FigureComparison,
  ),
  previewMerge: query(
    'Says which conflicts merging by these choices would make and resolve; clashes without a choice are left out.',
    ['branch', 'work-item', ...DecisionKind.options],
    z.strictObject({ id: BranchId, choices, limit }),
    MergePreview,
  ),
  merge: command(
    'Merges a branch into the plan as one command; every clash needs a choice.',
    z.strictObject({
      id: BranchId,
      choices,
      /** The heads of the comparison that was reviewed; with them, nothing that was decided since is merged unseen. */
      base: MergeHeads.optional(),
    }),
    z.strictObject({ merged: z.int() }),
  ),
  discard: action('Throws a branch away; the plan stays as it is.', z.strictObject({ id: BranchId }), Nothing),
};
