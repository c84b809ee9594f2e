import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { workingDaysOf } from '../../../shared/domain/calendar/days-off.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { answerOf } from '../../lib/answer.ts';
import { formatDay } from '../../lib/format.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LateStages } from '../../ui/late-stages.tsx';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { MilestoneStrip } from '../../ui/milestone-strip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { aroundQuery } from './queries.ts';
import { diagramText, inOrderOfTime, stageDiagram, stageText } from './view-model.ts';

function NoStages() {
  return (
    <EmptyState small title="No stages yet">
      A stage is a dated point or span that each release gets, counted from its release day: a scope cut-off ten working
      days before, a go/no-go the day before. Edit the train to add some.
    </EmptyState>
  );
}

/** The stages of a train, drawn around one of its release days and listed in words. */
export function StagesPanel({ train, day, isRelease }: { train: Train; day: Day; isRelease: boolean }) {
  const around = useQuery({ ...aroundQuery(train.id, day), enabled: train.stages.length > 0 });
  const answer = answerOf(around);
  const diagram = useMemo(
    () => (around.data === undefined ? null : stageDiagram(train, day, workingDaysOf(train, around.data.daysOff))),
    [train, day, around.data],
  );
  if (train.stages.length === 0) {
    return (
      <Panel title="Stages">
        <NoStages />
      </Panel>
    );
  }
  const beside = `drawn for ${isRelease ? 'the next release' : 'a release'} on ${formatDay(day)}`;
  return (
    <Panel
      title="Stages"
      beside={
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {beside}
        </Typography>
      }
    >
      <AnswerTrouble answer={answer} padding={0} />
      {answer.kind === 'loading' && <BlockSkeleton height={120} />}
      {diagram !== null && <MilestoneStrip {...diagram} now={null} label={diagramText(diagram)} />}
      {diagram !== null && <LateStages late={diagram.late} />}
      <Box
        component="ul"
        sx={{
          m: 0,
          mt: 3,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: '14px max-content 1fr',
          columnGap: 2,
          rowGap: 1.5,
          alignItems: 'baseline',
        }}
      >
        {inOrderOfTime(train.stages, diagram).map((stage) => (
          <Box component="li" key={stage.key} sx={{ display: 'contents' }}>
            <MilestoneGlyph kind={stage.kind} label={lookOf(stage.kind).label} />
            <Box component="span" sx={{ fontWeight: 540 }}>
              {stage.name}
            </Box>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', minWidth: 0 }}>
              {stageText(stage)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
