import AddRounded from '@mui/icons-material/AddRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { MilestoneKind, MOST_STAGES } from '../../../shared/model/train.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { Panel } from '../../ui/panel.tsx';
import { stagePresets } from './presets.ts';
import type { SectionProps } from './section.ts';
import { departingAt, newStage } from './stage-draft.ts';
import { StageEditor } from './stage-editor.tsx';

function MenuButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={props.icon}
        disabled={props.disabled ?? false}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {props.label}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {props.children(close)}
      </Menu>
    </>
  );
}

/** The milestones that each release gets, placed by days from the release day. */
export function StagesSection({ draft, problems, onChange }: SectionProps) {
  const { stages } = draft;
  return (
    <Panel
      title="Stages"
      actions={
        <MenuButton label="Begin from" icon={<ExpandMoreRounded />}>
          {(close) =>
            stagePresets.map((preset) => (
              <MenuItem
                key={preset.name}
                onClick={() => {
                  onChange({ stages: preset.stages.map((stage) => departingAt(stage, draft.cadence.departureTime)) });
                  close();
                }}
              >
                <Box sx={{ maxWidth: 340, whiteSpace: 'normal' }}>
                  <Typography variant="subtitle2">{preset.name}</Typography>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {preset.meaning}
                  </Typography>
                </Box>
              </MenuItem>
            ))
          }
        </MenuButton>
      }
    >
      {stages.length === 0 && (
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>
          Without stages a release has only its day. A stage is a milestone that every release gets: a cut-off, a
          freeze, a go/no-go, counted in days from the release day.
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stages.map((stage, at) => (
          <StageEditor
            key={stage.key}
            stage={stage}
            problem={problems[`stages.${at}`]}
            onChange={(changed) => onChange({ stages: stages.with(at, changed) })}
            onRemove={() => onChange({ stages: stages.toSpliced(at, 1) })}
          />
        ))}
      </Box>
      <Box sx={{ mt: 3, display: 'flex', alignItems: 'center', gap: 3 }}>
        <MenuButton label="Add a stage" icon={<AddRounded />} disabled={stages.length >= MOST_STAGES}>
          {(close) =>
            MilestoneKind.options.map((kind) => (
              <MenuItem
                key={kind}
                onClick={() => {
                  onChange({ stages: [...stages, newStage(kind, stages)] });
                  close();
                }}
              >
                <MilestoneGlyph kind={kind} />
                {lookOf(kind).label}
              </MenuItem>
            ))
          }
        </MenuButton>
        {stages.length >= MOST_STAGES && (
          <Typography
            {...(problems.stages === undefined ? {} : { role: 'alert' })}
            variant="body2"
            sx={{ color: stages.length > MOST_STAGES ? 'error.main' : 'text.secondary' }}
          >
            A train has at most {MOST_STAGES} stages; this one has {stages.length}.
          </Typography>
        )}
      </Box>
    </Panel>
  );
}
