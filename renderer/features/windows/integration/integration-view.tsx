import HubOutlined from '@mui/icons-material/HubOutlined';
import Box from '@mui/material/Box';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntegrationInput, IntegrationProposal } from '../../../../shared/contract/integration.ts';
import { windowName } from '../../../../shared/domain/integration/window-name.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import { answerOf } from '../../../lib/answer.ts';
import { orpc } from '../../../lib/client.ts';
import { useOwnZone, useZones } from '../../../lib/display-zone.tsx';
import { dayIn, formatCount, formatInstant } from '../../../lib/format.ts';
import { useSheetFacts } from '../../../lib/sheet-facts.ts';
import { useDebounced } from '../../../lib/use-debounced.ts';
import { useNow } from '../../../lib/use-now.ts';
import { AnswerView } from '../../../ui/answer-view.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SelectInput } from '../../../ui/form-field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { BlockSkeleton } from '../../../ui/skeletons.tsx';
import type { Made } from '../use-names.ts';
import { useOpenReleases } from '../use-open-releases.ts';
import { type IntegrationDraft, readDraft, usualDraft } from './draft.ts';
import { IntegrationForm } from './integration-form.tsx';
import { IntegrationPicture } from './picture.tsx';
import { pictureRange, pictureRows } from './picture-model.ts';
import { PlanPanel } from './plan-panel.tsx';
import { WindowsTable } from './windows-table.tsx';

const ALL = 'all';

interface ProposalProps {
  readonly proposal: IntegrationProposal;
  readonly question: IntegrationInput;
  readonly made: Made;
  readonly onChoose: (step: number, at: Instant) => void;
}

function Proposal({ proposal, question, made, onChoose }: ProposalProps) {
  const zone = useOwnZone();
  const [shown, setShown] = useState(ALL);
  const { windows, releases } = proposal;
  const found = windows.flatMap((window) => {
    const { span, step } = window;
    if (span === null) return [];
    const label = `${windowName(window, windows.length)}, ${formatInstant(span.start, zone)}`;
    return [{ value: String(step), label, span }];
  });
  const days = found.map(({ value, label }) => ({ value, label: `The day of ${label}` }));
  const step = found.some(({ value }) => value === shown) ? Number(shown) : null;
  const label = `Integration windows of ${formatCount(releases.length, 'release')}: ${
    found.map((one) => one.label).join('; ') || 'none found'
  }`;
  return (
    <>
      <Panel
        title="How they come together"
        actions={
          <Box sx={{ width: 300 }}>
            <SelectInput
              hideLabel
              label="Shown"
              value={step === null ? ALL : shown}
              choices={[{ value: ALL, label: 'From ready to the last window' }, ...days]}
              onChange={setShown}
            />
          </Box>
        }
      >
        <IntegrationPicture
          rows={pictureRows(proposal)}
          range={pictureRange(proposal, step, zone)}
          zone={zone}
          label={label}
        />
      </Panel>
      <Panel title="The windows" flush>
        <Box sx={{ px: 2, pt: 1 }}>
          <WindowsTable
            proposal={proposal}
            readyBy={question.readyBy}
            service={made.names.service}
            onChoose={onChoose}
          />
        </Box>
        <PlanPanel proposal={proposal} question={question} />
      </Panel>
    </>
  );
}

export interface IntegrationViewProps {
  readonly made: Made;
  /** The question that the address keeps. */
  readonly asked: IntegrationDraft | undefined;
  readonly onAsk: (asked: IntegrationDraft) => void;
}

/** Proposes when the parts of several releases are brought together and tried as one. */
export function IntegrationView({ made, asked, onAsk }: IntegrationViewProps) {
  const { workspace } = useZones();
  const [begun] = useState(useNow());
  const { releases, failure } = useOpenReleases();
  const draft = asked ?? usualDraft(dayIn(begun, workspace));
  const { problems } = readDraft(draft);
  const { question } = readDraft(useDebounced(draft, 250));
  const query = useQuery({
    ...orpc.integration.propose.queryOptions({ input: question ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  useSheetFacts({
    about: [`Integration windows of ${formatCount(draft.releases.length, 'release')}`],
    filters: [],
    legend: null,
  });

  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 6 }}>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: '292px minmax(0, 1fr)', gap: 4, alignItems: 'start', minWidth: 0 }}
      >
        <Panel title="What comes together">
          <IntegrationForm
            draft={draft}
            problems={problems}
            made={made}
            releases={releases}
            failure={failure}
            // What was chosen among the windows was chosen among others.
            onChange={(changes) => onAsk({ ...draft, chosen: [], ...changes })}
          />
        </Panel>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
          {question === null ? (
            <Panel title="How they come together">
              <EmptyState small icon={<HubOutlined />} title="Choose the releases that are brought together">
                Their services say who needs whom: what the others stand on is tried first, then what stands on it, then
                all together. For each step you get the earliest time that all its teams share, each in its own hours.
              </EmptyState>
            </Panel>
          ) : (
            <AnswerView answer={answerOf(query)} loading={<BlockSkeleton height={240} />}>
              {(proposal) => (
                <Proposal
                  proposal={proposal}
                  question={question}
                  made={made}
                  onChoose={(step, at) => {
                    const others = draft.chosen.filter((one) => one.step !== step);
                    onAsk({ ...draft, chosen: [...others, { step, at }] });
                  }}
                />
              )}
            </AnswerView>
          )}
        </Box>
      </Box>
    </Box>
  );
}
