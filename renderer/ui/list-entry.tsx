import Box, { type BoxProps } from '@mui/material/Box';
import { useFocusHeir } from './focus-heir.ts';

/** An entry of a list that can be removed: the focus inside it goes to its neighbour. */
export function ListEntry(props: BoxProps) {
  return <Box {...props} ref={useFocusHeir<HTMLDivElement>()} />;
}
