import Box from '@mui/material/Box';
import type { Notice as Told } from '../../../shared/model/forecast.ts';
import { Notice } from '../../ui/notice.tsx';

/** What must be known beside a figure. */
export function Notices({ notices }: { notices: readonly Told[] }) {
  if (notices.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, mb: 4 }}>
      {notices.map(({ kind, text }) => (
        <Notice key={`${kind} ${text}`} tone={kind === 'nothing-to-do' || kind === 'long-history' ? 'info' : 'warning'}>
          {text}
        </Notice>
      ))}
    </Box>
  );
}
