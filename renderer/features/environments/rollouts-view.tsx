import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Environment } from '../../../shared/model/environment.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { formatCount } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { PageBody } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import type { BookingSeed } from './booking-draft.ts';
import { catalogueQuery } from './queries.ts';
import { RolloutEditor } from './rollout-editor.tsx';
import type { RolloutDraft, SurgeDraft } from './search.ts';
import { newRollout, readSurge } from './surge-draft.ts';
import { SurgeResult } from './surge-result.tsx';

const NO_TEAMS: readonly never[] = [];

export interface RolloutsViewProps {
  readonly environments: readonly Environment[];
  /** What the address keeps of the plan. */
  readonly kept: SurgeDraft | undefined;
  /** The environment that is meant where the plan names none. */
  readonly meant: Environment | undefined;
  readonly readOnly: boolean;
  readonly onKeep: (draft: SurgeDraft) => void;
  readonly onReserve: (seed: BookingSeed) => void;
}

/** Plans blue-green and canary rollouts: what they take, what is reserved for it, and until when to ask for more. */
export function RolloutsView({ environments, kept, meant, readOnly, onKeep, onReserve }: RolloutsViewProps) {
  const zone = useOwnZone();
  const now = useNow();
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const teams = 'data' in catalogue ? catalogue.data.teams : NO_TEAMS;
  const [draft, setDraft] = useState<SurgeDraft>(
    () =>
      kept ?? {
        environmentId:
          meant?.id ?? environments.find(({ kind }) => kind === 'production')?.id ?? environments[0]?.id ?? '',
        teamId: '',
        standingUnits: '4',
        leadWorkingDays: '5',
        rollouts: [newRollout(1, { zone, now })],
      },
  );
  const settled = useDebounced(draft, 400);
  const keep = useEffectEvent(onKeep);
  useEffect(() => keep(settled), [settled]);

  // Until one is chosen, the first team is meant.
  const teamId: SurgeDraft['teamId'] = draft.teamId === '' ? (teams[0]?.id ?? '') : draft.teamId;
  const whole = { ...draft, teamId };
  const { question, problems } = readSurge(whole, zone);
  const asked = useDebounced(question, 250);
  const answer = answerOf(
    useQuery(orpc.environments.surge.queryOptions({ input: asked ?? skipToken, placeholderData: (before) => before })),
  );
  const place = environments.find(({ id }) => id === draft.environmentId)?.name ?? 'no environment';
  const planned = formatCount(draft.rollouts.length, 'rollout');
  // The picture carries its own legend.
  useSheetFacts({ about: [`${planned} in ${place}`], filters: [], legend: null });
  const change = (changes: Partial<SurgeDraft>) => setDraft((known) => ({ ...known, ...changes }));
  const changeRollout = (at: number, changes: Partial<RolloutDraft>) =>
    setDraft((known) => {
      const before = known.rollouts[at];
      return before === undefined ? known : { ...known, rollouts: known.rollouts.with(at, { ...before, ...changes }) };
    });
  const addRollout = () => {
    const used = draft.rollouts.map(({ key }) => Number(key.split(' ').at(-1)));
    change({ rollouts: [...draft.rollouts, newRollout(Math.max(0, ...used) + 1, { zone, now })] });
  };

  return (
    <PageBody>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(320px, 400px) minmax(0, 1fr)',
          gap: 4,
          alignItems: 'start',
        }}
      >
        <Panel title="Rollouts">
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
            <SelectInput
              label="Environment"
              value={draft.environmentId}
              choices={environments
                .filter(({ archived }) => !archived)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(environmentId) => change({ environmentId })}
            />
            <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
              <TextInput
                label="Units that run anyhow"
                type="number"
                value={draft.standingUnits}
                onChange={(standingUnits) => change({ standingUnits })}
                error={problems['standingUnits']}
              />
              <TextInput
                label="Lead, working days"
                type="number"
                value={draft.leadWorkingDays}
                onChange={(leadWorkingDays) => change({ leadWorkingDays })}
                error={problems['leadWorkingDays']}
                hint="From asking for units to having them."
              />
            </Box>
            <SelectInput
              label="Team whose working days count"
              value={teamId}
              choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
              hint={
                choicesFailure(catalogue) ??
                (teams.length === 0 ? 'Add a team first, in Services and teams.' : undefined)
              }
              onChange={(next) => change({ teamId: next })}
            />
            {draft.rollouts.map((rollout, at) => (
              <RolloutEditor
                key={rollout.key}
                rollout={rollout}
                number={at + 1}
                zone={zone}
                problems={problems}
                onChange={(changes) => changeRollout(at, changes)}
                onRemove={() => change({ rollouts: draft.rollouts.toSpliced(at, 1) })}
              />
            ))}
            <Box sx={{ ml: -3 }}>
              <Button startIcon={<AddRounded />} onClick={addRollout}>
                Add a rollout
              </Button>
            </Box>
          </Box>
        </Panel>
        {asked === null ? (
          <Panel title="Units over time">
            <EmptyState
              small
              title="Nothing to reckon yet"
              actions={
                catalogue.kind === 'here' &&
                teams.length === 0 && (
                  <RouterButton to="/catalogue" search={{ tab: 'teams' }} variant="outlined">
                    Open services and teams
                  </RouterButton>
                )
              }
            >
              {teams.length === 0
                ? 'Until when to ask for more units depends on working days: add a team under Services and teams, and its calendar counts.'
                : 'Say which rollouts there are, and what they take shows here over time, with what is short and until when to ask for it.'}
            </EmptyState>
          </Panel>
        ) : (
          <AnswerView answer={answer} loading={<BlockSkeleton height={320} />}>
            {(plan) => (
              <SurgeResult
                plan={plan}
                draft={draft}
                rollouts={asked.rollouts}
                standingUnits={asked.standingUnits}
                zone={zone}
                readOnly={readOnly}
                onReserve={onReserve}
              />
            )}
          </AnswerView>
        )}
      </Box>
    </PageBody>
  );
}
