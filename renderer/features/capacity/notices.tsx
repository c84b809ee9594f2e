import Box from '@mui/material/Box';
import type { Notice as Told } from '../../../shared/model/forecast.ts';
import { Notice } from '../../ui/notice.tsx';

/** What is only to be known; the rest is a warning. */
const QUIET: readonly Told['kind'][] = ['typed', 'nothing-to-do', 'long-history', 'left-out', 'passed', 'stand-in'];

/** What must be known beside a figure, in one place. */
export function Notices({ notices }: { notices: readonly Told[] }) {
  const [first] = notices;
  if (first === undefined) return null;
  const tone = notices.every(({ kind }) => QUIET.includes(kind)) ? 'info' : 'warning';
  return (
    <Box sx={{ mb: 4 }}>
      <Notice tone={tone}>
        {notices.length === 1 ? (
          first.text
        ) : (
          <Box component="ul" sx={{ m: 0, pl: 4 }}>
            {notices.map(({ kind, text }) => (
              <li key={`${kind} ${text}`}>{text}</li>
            ))}
          </Box>
        )}
      </Notice>
    </Box>
  );
}
