import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { size } from './tokens.ts';
import { useDensity } from './use-look.ts';

const widths = ['62%', '48%', '71%', '55%', '66%', '43%'];

/** Grey lines of the height of rows to come, so that nothing moves when they do. */
export function RowSkeletons({ rows = 6, height }: { rows?: number; height?: number }) {
  const density = useDensity();
  const rowHeight = height ?? size.row[density];
  return (
    <Box aria-hidden>
      {Array.from({ length: rows }, (_, at) => (
        <Box key={`row-${at + 1}`} sx={{ height: rowHeight, display: 'flex', alignItems: 'center', px: 4 }}>
          <Skeleton variant="rounded" height={10} width={widths[at % widths.length] ?? '60%'} />
        </Box>
      ))}
    </Box>
  );
}

/** A grey block of a fixed size. */
export function BlockSkeleton({ height, width = '100%' }: { height: number; width?: number | string }) {
  return <Skeleton aria-hidden variant="rounded" height={height} width={width} />;
}
