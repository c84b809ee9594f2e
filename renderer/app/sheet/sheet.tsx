import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Ref } from 'react';
import type { SheetFacts } from '../../lib/sheet-facts.ts';

/** The picture of a page: a `data:` address, and its size in CSS pixels. */
export interface SheetPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export interface SheetProps {
  readonly title: string;
  /** Which workspace, which branch, when: one line. */
  readonly origin: string;
  readonly facts: SheetFacts | null;
  readonly picture: SheetPicture;
  /** What did not fit into the picture, in words. */
  readonly unseen: string | null;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Pictures that are taller go over several pages of paper: on one, nobody could read them. */
const LONG = 1.2;

function lineOf({ about = [], filters }: SheetFacts, unseen: string | null): string {
  const narrowed = filters.length === 0 ? ['Nothing filtered out'] : filters;
  return [...about, ...narrowed, ...(unseen === null ? [] : [unseen])].join(' · ');
}

/** A page as it is kept or printed: what it is and when, what was filtered, the picture, and what its signs mean. */
export function Sheet({ title, origin, facts, picture, unseen, ref }: SheetProps) {
  return (
    <Box
      ref={ref}
      data-sheet
      sx={{
        width: picture.width + 48,
        p: 6,
        display: 'grid',
        gap: 3,
        bgcolor: 'background.paper',
        color: 'text.primary',
        printColorAdjust: 'exact',
      }}
    >
      <div>
        <Typography variant="h2" component="p">
          {title}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{origin}</Typography>
        {(facts !== null || unseen !== null) && (
          <Typography sx={{ color: 'text.secondary' }}>{facts === null ? unseen : lineOf(facts, unseen)}</Typography>
        )}
      </div>
      <img
        src={picture.address}
        width={picture.width}
        height={picture.height}
        alt={title}
        data-long={picture.height > LONG * picture.width || undefined}
        style={{ display: 'block', maxWidth: '100%' }}
      />
      {facts?.legend}
    </Box>
  );
}
