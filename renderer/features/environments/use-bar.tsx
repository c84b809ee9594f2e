import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { Utilisation } from '../../../shared/model/environment-use.ts';
import { radius, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { minutesText, percentText, waitText } from './view-model.ts';

const Words = styled('span')(({ theme }) => ({
  display: 'block',
  fontSize: type.micro.size,
  lineHeight: '14px',
  color: theme.look.textSoft,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  fontVariantNumeric: 'tabular-nums',
}));

/** How much of an environment is used over the range, and how long somebody waits for it. */
export function UseBar({ use }: { use: Utilisation['environments'][number] | undefined }) {
  const look = useLook();
  const share = use?.share ?? null;
  const wait = use === undefined ? '' : waitText(use.waiting);
  const over = use !== undefined && use.overMinutes > 0;
  return (
    <Box sx={{ alignSelf: 'center', px: 3, minWidth: 0 }}>
      <Box
        aria-hidden
        sx={{
          height: 6,
          borderRadius: `${radius.small}px`,
          bgcolor: look.tones.neutral.soft,
          overflow: 'hidden',
          mb: '2px',
        }}
      >
        <Box
          sx={{
            height: 6,
            width: `${Math.min(1, share ?? 0) * 100}%`,
            bgcolor: over ? look.tones.danger.mark : look.tones.info.mark,
          }}
        />
      </Box>
      <Words title={over ? `More than there is for ${minutesText(use.overMinutes)}` : undefined}>
        {percentText(share)}
        {over ? ', over' : ''}
      </Words>
      {wait !== '' && (
        <Words title="The longest that a booking which has not begun waits for its turn">waits {wait}</Words>
      )}
    </Box>
  );
}
