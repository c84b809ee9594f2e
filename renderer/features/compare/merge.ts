import type { ComparedItem, MergeChoice } from '../../../shared/contract/branches.ts';
import { countItems, kindWords } from '../../../shared/domain/branches/count-items.ts';
import type { MergeField } from '../../../shared/model/merge.ts';
import { fieldsOf } from '../../lib/field-leaves.ts';
import { fieldLabel, isDerived } from '../../lib/field-words.ts';
import { capital, formatCount } from '../../lib/format.ts';

/** Which side of a decision to keep. */
export type Side = MergeChoice['take'];

/** What was chosen so far, by `itemKey`. */
export type Choices = ReadonlyMap<string, Side>;

export function itemKey({ kind, id }: Pick<ComparedItem, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** The choices as the contract takes them; what is gone from the comparison is left out. */
export function choicesOf(items: readonly ComparedItem[], choices: Choices): readonly MergeChoice[] {
  return items.flatMap(({ kind, id }) => {
    const take = choices.get(itemKey({ kind, id }));
    return take === undefined ? [] : [{ kind, id, take }];
  });
}

/** The side that a decision is kept by: as chosen now, or at a merge before; undefined where nobody has chosen. */
export function sideOf(item: ComparedItem, choices: Choices): Side | undefined {
  return choices.get(itemKey(item)) ?? (item.kept ? 'plan' : undefined);
}

function isOpen(item: ComparedItem, choices: Choices): boolean {
  return item.state === 'clash' && sideOf(item, choices) === undefined;
}

/** How many clashes nobody has decided yet. */
export function openClashes(items: readonly ComparedItem[], choices: Choices): number {
  return items.filter((item) => isOpen(item, choices)).length;
}

/** The decisions that merging takes over. */
export function takenItems(items: readonly ComparedItem[], choices: Choices): readonly ComparedItem[] {
  return items.filter((item) => {
    const side = sideOf(item, choices);
    return side === 'branch' || (side === undefined && item.state !== 'clash');
  });
}

/** The clashes that are decided for the plan now: what a merge before kept was decided then. */
export function keptItems(items: readonly ComparedItem[], choices: Choices): readonly ComparedItem[] {
  return items.filter((item) => item.state === 'clash' && !item.kept && sideOf(item, choices) === 'plan');
}

/** What a milestone goes with: the release whose side it follows. */
function releaseOf({ kind, result }: ComparedItem): unknown {
  return kind === 'milestone' ? result?.releaseId : undefined;
}

/**
 * The choices with one more: milestones of a release follow its side, since half of a move is none. They can be chosen
 * apart afterwards.
 */
export function chosenWith(
  items: readonly ComparedItem[],
  choices: Choices,
  { item, side }: { readonly item: ComparedItem; readonly side: Side },
): Choices {
  const next = new Map(choices).set(itemKey(item), side);
  if (item.kind !== 'release') return next;
  for (const other of items) if (releaseOf(other) === item.id) next.set(itemKey(other), side);
  return next;
}

/** The choices with one side for every clash that nobody has decided yet. */
export function restChosen(items: readonly ComparedItem[], choices: Choices, side: Side): Choices {
  const next = new Map(choices);
  for (const item of items) if (isOpen(item, next)) next.set(itemKey(item), side);
  return next;
}

/** One field beside the others of its decision: at the fork, in the plan, in the branch. */
export interface FieldRow {
  readonly path: string;
  readonly label: string;
  readonly base: string;
  readonly plan: string;
  readonly branch: string;
  /** Both sides changed it, to different things. */
  readonly clashing: boolean;
}

const ABSENT = 'none';

function rowsOf(field: MergeField, clashing: boolean): readonly FieldRow[] {
  const [base, plan, branch] = [fieldsOf(field.base), fieldsOf(field.plan), fieldsOf(field.branch)];
  const paths = new Set([...base.keys(), ...plan.keys(), ...branch.keys()]);
  return [...paths].flatMap((path) => {
    if (path === '' || isDerived(path, field.branch)) return [];
    const values = [base, plan, branch].map((side) => side.get(path) ?? ABSENT);
    const [atFork = ABSENT, inPlan = ABSENT, inBranch = ABSENT] = values;
    if (atFork === inPlan && atFork === inBranch) return [];
    return [{ path, label: fieldLabel(path), base: atFork, plan: inPlan, branch: inBranch, clashing }];
  });
}

/** The fields that a branch changed in a decision, those that clash first. */
export function fieldRows({ changed, clashing }: Pick<ComparedItem, 'changed' | 'clashing'>): readonly FieldRow[] {
  const clashes = new Set(clashing.map(({ fields }) => fields.join()));
  const isClash = ({ fields }: MergeField) => clashes.has(fields.join());
  return [
    ...changed.filter(isClash).flatMap((field) => rowsOf(field, true)),
    ...changed.filter((field) => !isClash(field)).flatMap((field) => rowsOf(field, false)),
  ];
}

/** A decision for people: `Release “Cards 1”`, `Milestone “Cut-off” of Cards 1`. */
export function itemTitle({ kind, name, of }: Pick<ComparedItem, 'kind' | 'name' | 'of'>): string {
  const what = capital(kindWords[kind] ?? kind.replaceAll('-', ' '));
  return `${what} “${name}”${of === null ? '' : ` of ${of}`}`;
}

/** What the branch did to a decision, and the plan beside it. */
export function itemText({
  action,
  state,
  twin,
  kept,
}: Pick<ComparedItem, 'action' | 'state' | 'twin' | 'kept'>): string {
  if (kept) return 'The plan’s was kept at a merge before, and neither side has changed it since.';
  if (twin !== undefined) return `Both made it: the plan has “${twin.name}”, and only one of them can stay.`;
  if (state === 'clash') {
    if (action === 'remove') return 'The branch removed what the plan changed.';
    if (action === 'add') return 'Both added it, not the same.';
    return 'Both changed it, to different things.';
  }
  if (action === 'add') return 'New in the branch.';
  if (action === 'remove') return 'Removed in the branch.';
  return state === 'joined'
    ? 'Both changed it, in different fields: merging keeps both changes.'
    : 'Changed in the branch.';
}

/** What the button that merges says. */
export function mergeLabel(taken: readonly ComparedItem[], kept: readonly ComparedItem[]): string {
  if (taken.length > 0) return `Merge ${countItems(taken)} into the plan`;
  return kept.length === 0 ? 'Nothing to merge' : `Keep the plan’s side for ${countItems(kept)}`;
}

/** What merging would do to the conflicts of the plan, as a sentence. */
export function conflictEffect(made: number, resolved: number): string {
  if (made === 0 && resolved === 0) return 'Merging makes no conflict that was not there, and resolves none.';
  const makes = made === 0 ? 'no conflict' : formatCount(made, 'conflict');
  return `Merging makes ${makes}${resolved === 0 ? '' : ` and resolves ${resolved}`}.`;
}

/** Why merging has to wait; null where it need not. */
export function mergeObstacle(state: {
  readonly readOnly: boolean;
  readonly open: number;
  /** How many decisions are taken over or kept as the plan has them. */
  readonly decided: number;
  readonly refused: string | null;
}): string | null {
  if (state.readOnly) return 'This workspace is open read-only.';
  if (state.open > 0) return `Choose a side for ${formatCount(state.open, 'clash', 'clashes')} first.`;
  if (state.refused !== null) return `${state.refused} Choose the same side for both, or mend it in the branch first.`;
  return state.decided === 0 ? 'Everything is left out: the plan would stay as it is.' : null;
}
