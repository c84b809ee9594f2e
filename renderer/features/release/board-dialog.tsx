import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleaseDetail } from '../../../shared/contract/releases.ts';
import type { FactId } from '../../../shared/model/ids.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type Pickable, PickList } from './pick-list.tsx';
import { candidatesQuery, workItemSearchQuery } from './queries.ts';
import { doneAlready, isAboard, lateText, tooLong } from './view-model.ts';

type Way = 'rules' | 'search' | 'hand';

/** Boards work items: those that the rules name, those that are found, or a line of one's own. */
export function BoardDialog({ detail, onClose }: { detail: ReleaseDetail; onClose: () => void }) {
  const { release, scope } = detail;
  const now = useNow();
  const [chosen, setChosen] = useState<Way | null>(null);
  const [text, setText] = useState('');
  const [written, setWritten] = useState('');
  const [reason, setReason] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<FactId>>(new Set());
  // What the rules name is ticked until somebody unticks it.
  const [unticked, setUnticked] = useState<ReadonlySet<FactId>>(new Set());
  const settled = useDebounced(text);
  const candidates = answerOf(useQuery(candidatesQuery(release.id)));
  const way = chosen ?? (candidates.kind === 'empty' ? 'search' : 'rules');
  const found = answerOf(useQuery({ ...workItemSearchQuery(settled), enabled: way === 'search' }));
  const board = useCommand(orpc.releases.board, { showsFailure: true });
  const boardByRules = useCommand(orpc.releases.boardByRules, { showsFailure: true });
  const late = lateText(detail, now);

  const aboard = new Set(scope.filter(isAboard).map(({ item }) => item.workItemId));
  const byRules: readonly Pickable[] = listOf(candidates).map((row) => ({
    ...row,
    id: row.workItemId,
    note: row.rule,
    aboard: false,
  }));
  const bySearch: readonly Pickable[] = ('data' in found ? found.data.rows : []).map((row) => ({
    ...row,
    aboard: aboard.has(row.id),
  }));
  const named = new Set(byRules.flatMap(({ id }) => (unticked.has(id) ? [] : [id])));
  const ticks = way === 'rules' ? named : picked;
  const allByRules = way === 'rules' && named.size === byRules.length;
  const count = way === 'hand' ? Number(written.trim() !== '') : ticks.size;
  const doneText = doneAlready(way === 'rules' ? byRules : bySearch, ticks);

  async function submit(): Promise<void> {
    const done = allByRules
      ? await boardByRules.run({ releaseId: release.id })
      : await board.run({
          releaseId: release.id,
          workItemIds: way === 'hand' ? [] : [...ticks],
          written: way === 'hand' ? written.trim() : null,
          reason: reason.trim(),
        });
    if (done !== null) onClose();
  }

  function change(next: Way): void {
    setChosen(next);
    setPicked(new Set());
    setUnticked(new Set());
  }

  return (
    <FormDialog
      open
      width="lg"
      title={`Board on ${release.name}`}
      submit={count === 0 ? 'Board' : `Board ${formatCount(count, 'item')}`}
      busy={board.busy || boardByRules.busy}
      ready={count > 0 && tooLong(written, 400) === null && tooLong(reason, 2_000) === null}
      failure={board.failure ?? boardByRules.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {late !== null && <Notice tone="warning">{late}</Notice>}
      <Tabs value={way} onChange={(_, next: Way) => change(next)} aria-label="How to board">
        <Tab
          value="rules"
          label={'data' in candidates ? `By the train’s rules ${byRules.length}` : 'By the train’s rules'}
        />
        <Tab value="search" label="Search" />
        <Tab value="hand" label="By hand" />
      </Tabs>
      <Box sx={{ height: 320, display: 'flex', flexDirection: 'column', gap: 3 }}>
        {way === 'rules' && <AnswerTrouble answer={candidates} padding={0} />}
        {way === 'rules' && candidates.kind !== 'failed' && (
          <PickList
            items={byRules}
            picked={named}
            loading={candidates.kind === 'loading'}
            onChange={(kept) => setUnticked(new Set(byRules.flatMap(({ id }) => (kept.has(id) ? [] : [id]))))}
            hint={doneText ?? 'What is ticked boards.'}
            empty="The train’s rules name no work item that was never on this release. Rules are part of the train: edit it to change them, or search for an item here."
          />
        )}
        {way === 'search' && (
          <>
            {/* Words to search by are nothing that closing the dialog would lose. */}
            <Box onChange={(event) => event.stopPropagation()}>
              <SearchField label="Words of a title, or a key" value={text} onChange={setText} width="100%" />
            </Box>
            <AnswerTrouble answer={found} padding={0} />
            {found.kind !== 'failed' && (
              <PickList
                items={bySearch}
                picked={picked}
                loading={found.kind === 'loading'}
                onChange={setPicked}
                hint={
                  doneText ??
                  ('data' in found && found.data.next !== null
                    ? 'The first 50 are shown: type more to find others.'
                    : '')
                }
                empty={
                  text === ''
                    ? 'No work item has been synced yet. Connect a provider first.'
                    : 'No work item has these words.'
                }
              />
            )}
          </>
        )}
        {way === 'hand' && (
          <TextInput
            label="What boards"
            lines={3}
            value={written}
            onChange={setWritten}
            error={tooLong(written, 400)}
            autoFocus
            hint="For what no ticket stands for. It has no live state; everything else works the same."
          />
        )}
      </Box>
      {!allByRules && (
        <TextInput label="Reason (optional)" value={reason} onChange={setReason} error={tooLong(reason, 2_000)} />
      )}
    </FormDialog>
  );
}
