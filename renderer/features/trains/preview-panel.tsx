import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { TrainPlan } from '../../../shared/model/train.ts';
import { capital, formatDay, formatLocal } from '../../lib/format.ts';
import { LateStages } from '../../ui/late-stages.tsx';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PREVIEW_DAYS, type Preview, previewOf } from './preview.ts';
import { holidaysQuery } from './queries.ts';

function Releases({ preview }: { preview: Extract<Preview, { kind: 'shown' }> }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {preview.releases.map((release) => (
        <Box
          component="li"
          key={`${release.day} ${release.name}`}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.75 }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap title={release.name} sx={{ fontWeight: 560 }}>
              {release.name}
            </Typography>
            {release.movedFor !== null && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                moved: {release.movedFor}
              </Typography>
            )}
          </Box>
          <Typography sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {formatDay(release.day)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Milestones({ preview }: { preview: Extract<Preview, { kind: 'shown' }> }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {preview.milestones.map((milestone) => (
        <Box component="li" key={milestone.stageKey} sx={{ display: 'flex', gap: 2, py: 0.75, alignItems: 'baseline' }}>
          <MilestoneGlyph kind={milestone.kind} size={11} />
          <Typography noWrap title={milestone.name} sx={{ flex: 1 }}>
            {milestone.name}
          </Typography>
          <Typography
            variant="body2"
            sx={{ color: 'text.secondary', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
          >
            {formatLocal(milestone.startLocal)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Shown({ preview }: { preview: Extract<Preview, { kind: 'shown' }> }) {
  if (preview.words === null) {
    return (
      <Typography sx={{ color: 'text.secondary' }}>
        Releases are dated by hand; each gets the stages around its day.
      </Typography>
    );
  }
  return (
    <>
      <Typography sx={{ mb: 2 }}>{capital(preview.words)}.</Typography>
      {preview.releases.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>The rule names no day in the next two years.</Typography>
      ) : (
        <Releases preview={preview} />
      )}
      {preview.milestones.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 4, mb: 1 }}>
            Milestones of {preview.releases[0]?.name}
          </Typography>
          <Milestones preview={preview} />
          <LateStages late={preview.late} />
        </>
      )}
    </>
  );
}

export interface PreviewPanelProps {
  /** Null while something is wrong. */
  readonly plan: TrainPlan | null;
  /** What is wrong, in words. */
  readonly problem: string | null;
  readonly today: Day;
}

/** What the plan gives: its next releases and the milestones of the first, as it is typed. */
export function PreviewPanel({ plan, problem, today }: PreviewPanelProps) {
  const from = addDays(today, -60);
  const { data, error } = useQuery(holidaysQuery(plan?.calendar.holidays ?? '', from, addDays(today, PREVIEW_DAYS)));
  const preview = useMemo(
    () => (plan === null ? null : previewOf(plan, new Map(data?.map(({ day, name }) => [day, name])), today)),
    [plan, data, today],
  );
  return (
    <Panel title="Next releases">
      {error !== null && <Notice tone="warning">Public holidays could not be read; they are left out here.</Notice>}
      {preview === null && (
        <Typography sx={{ color: 'text.secondary' }}>
          {problem === null ? 'The next dates show here.' : `The next dates show once this is right: ${problem}`}
        </Typography>
      )}
      {preview?.kind === 'impossible' && <Notice tone="warning">{preview.message}</Notice>}
      {preview?.kind === 'shown' && <Shown preview={preview} />}
    </Panel>
  );
}
