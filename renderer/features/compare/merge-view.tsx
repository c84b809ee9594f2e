import DoneAllRounded from '@mui/icons-material/DoneAllRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BranchComparison, MergePreview } from '../../../shared/contract/branches.ts';
import { countItems } from '../../../shared/domain/branches/count-items.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useBranch, useGoToBranch } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ConflictList } from './conflict-list.tsx';
import {
  type Choices,
  choicesOf,
  chosenWith,
  conflictEffect,
  itemKey,
  keptItems,
  mergeLabel,
  mergeObstacle,
  openClashes,
  restChosen,
  sideOf,
  takenItems,
} from './merge.ts';
import { MergeItemRow } from './merge-item.tsx';
import { comparisonQuery, mergePreviewQuery } from './queries.ts';

const STEP = 100;

function Preview({ preview }: { preview: MergePreview }) {
  const { added, removed, refused } = preview;
  if (refused !== null) return <Notice tone="warning">{refused}</Notice>;
  return (
    <>
      <Notice tone={added.length > 0 ? 'warning' : 'success'}>{conflictEffect(added.length, removed.length)}</Notice>
      <ConflictList title="Conflicts that merging would make" conflicts={added} />
      <ConflictList title="Conflicts that merging would resolve" conflicts={removed} />
    </>
  );
}

function Nothing({ leftOut, onDiscard, readOnly }: { leftOut: number; onDiscard: () => void; readOnly: boolean }) {
  return (
    <EmptyState
      icon={<DoneAllRounded />}
      title="The plan has everything of this branch"
      actions={
        <Button variant="outlined" disabled={readOnly} onClick={onDiscard}>
          Discard the branch…
        </Button>
      }
    >
      There is nothing to merge: nothing was changed in the branch yet, or all of it is in the plan already.
      {leftOut > 0 &&
        ` ${formatCount(leftOut, 'change')} of connections, baselines or the workspace’s name never merge.`}
    </EmptyState>
  );
}

export interface MergeViewProps {
  readonly comparison: BranchComparison;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly onDiscard: () => void;
}

/** Everything that merging would change, clashes first; then one command. */
export function MergeView({ comparison, choices, onChoices, onDiscard }: MergeViewProps) {
  const { branch, heads, items, leftOut } = comparison;
  const queryClient = useQueryClient();
  const readOnly = useReadOnly();
  const here = useBranch();
  const goTo = useGoToBranch();
  const [shown, setShown] = useState(STEP);
  const merge = useCommand(orpc.branches.merge, { inPlan: true });
  const chosen = choicesOf(items, choices);
  // Each look at a merge tries all of it: several choices in a row are tried once.
  const settled = choicesOf(items, useDebounced(choices, 300));
  const preview = answerOf(
    useQuery({ ...mergePreviewQuery(branch.id, settled), enabled: items.length > 0 && !readOnly }),
  );
  const refused = 'data' in preview ? preview.data.refused : null;
  const open = openClashes(items, choices);
  const taken = takenItems(items, choices);
  const kept = keptItems(items, choices);
  const obstacle = mergeObstacle({ readOnly, open, decided: taken.length + kept.length, refused });

  async function run(): Promise<void> {
    const done = await merge.run({ id: branch.id, choices: [...chosen], base: heads });
    if (done === null) {
      // Refused since something moved on: what there is to look at again is asked for.
      await queryClient.invalidateQueries({ queryKey: comparisonQuery(branch.id).queryKey });
      return;
    }
    onChoices(new Map());
    if (here !== null) await goTo(null);
  }

  useActions([
    {
      name: 'compare.merge',
      label: `Merge branch “${branch.name}” as reviewed`,
      group: 'What-if',
      keys: 'mod+enter',
      enabled: obstacle === null && items.length > 0,
      decides: true,
      run: () => void run(),
    },
  ]);

  if (items.length === 0) return <Nothing leftOut={leftOut} onDiscard={onDiscard} readOnly={readOnly} />;
  const hidden = items.length - shown;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {!readOnly && (
        <Panel title="What merging does to conflicts">
          <AnswerView
            answer={preview}
            loading={
              <Typography role="status" sx={{ color: 'text.secondary' }}>
                Trying the merge on the plan…
              </Typography>
            }
          >
            {(found) => <Preview preview={found} />}
          </AnswerView>
          {open > 0 && (
            <Typography sx={{ color: 'text.secondary', mt: 2 }}>
              Clashes without a choice are left out of this.
            </Typography>
          )}
        </Panel>
      )}
      <Panel
        title="What merging changes"
        beside={<Box sx={{ color: 'text.secondary', fontSize: 12 }}>{countItems(items)}</Box>}
        actions={
          <Button variant="contained" disabled={obstacle !== null} loading={merge.busy} onClick={() => void run()}>
            {mergeLabel(taken, kept)}
          </Button>
        }
        flush
      >
        <Typography role="status" sx={{ px: 4, py: 2, color: 'text.secondary', minHeight: 36 }}>
          {obstacle ??
            'All of it is one entry of the journal: one Undo takes it back. The branch stays until you discard it; what is not ticked is offered again.'}
          {leftOut > 0 &&
            ` ${formatCount(leftOut, 'change')} of connections, baselines or the workspace’s name never merge.`}
        </Typography>
        {open > 1 && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, pb: 3 }}>
            <Button variant="outlined" onClick={() => onChoices(restChosen(items, choices, 'plan'))}>
              Keep the plan’s for all {open}
            </Button>
            <Button variant="outlined" onClick={() => onChoices(restChosen(items, choices, 'branch'))}>
              Take the branch’s for all {open}
            </Button>
          </Box>
        )}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {items.slice(0, shown).map((item) => {
            const key = itemKey(item);
            return (
              <MergeItemRow
                key={key}
                item={item}
                side={sideOf(item, choices)}
                disabled={readOnly || merge.busy}
                onChoose={(side) => onChoices(chosenWith(items, choices, { item, side }))}
              />
            );
          })}
        </Box>
        {hidden > 0 && (
          <Box sx={{ p: 3 }}>
            <Button variant="text" onClick={() => setShown(shown + STEP)}>
              Show {Math.min(STEP, hidden)} of {formatCount(hidden, 'more decision')}
            </Button>
          </Box>
        )}
      </Panel>
    </Box>
  );
}
