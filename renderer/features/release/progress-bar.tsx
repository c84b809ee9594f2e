import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatNumber } from '../../lib/format.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { categoryLooks, type StatusLook, undoneLook } from '../../ui/status-looks.ts';
import { useLook } from '../../ui/use-look.ts';
import { type Progress, progressOrder, progressText } from './view-model.ts';

const looks: Readonly<Record<(typeof progressOrder)[number], StatusLook>> = {
  ...categoryLooks,
  undone: undoneLook,
  unknown: { label: 'Without a ticket', tone: 'neutral', icon: 'circle' },
};

/** How far the work aboard is: a bar, and the same in words. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { tones, muted, line } = useLook();
  const shown = progressOrder.filter((key) => progress.counts[key] > 0);
  return (
    <Box sx={{ flex: 1, minWidth: 220, maxWidth: 640 }}>
      <Box
        role="img"
        aria-label={progressText(progress)}
        sx={{
          display: 'flex',
          gap: '2px',
          height: 8,
          borderRadius: 1,
          overflow: 'hidden',
          background: muted,
          boxShadow: `inset 0 0 0 1px ${line}`,
        }}
      >
        {shown.map((key) => (
          <Box
            key={key}
            sx={{
              flexGrow: progress.counts[key],
              flexBasis: 0,
              minWidth: 3,
              background: tones[looks[key].tone].mark,
              opacity: key === 'unknown' || key === 'undone' ? 0.45 : 1,
            }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 3, mt: 1, minHeight: 16, flexWrap: 'wrap' }}>
        {progress.aboard === 0 && <Typography variant="body2">{progressText(progress)}</Typography>}
        {shown.map((key) => (
          <Typography
            key={key}
            variant="body2"
            component="span"
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}
          >
            <StatusIcon name={looks[key].icon} colour={tones[looks[key].tone].mark} size={13} />
            {formatNumber(progress.counts[key])} {looks[key].label.toLowerCase()}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
