import { styled } from '@mui/material/styles';

/** A dense table of fields and what stands in each: the field in the first column, values beside it. */
export const FieldsTable = styled('table')(({ theme }) => ({
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 12,
  lineHeight: '18px',
  '& th, & td': {
    padding: '3px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontWeight: 420,
  },
  '& thead th': { color: theme.look.textSoft, fontWeight: 540 },
  '& tbody th': { color: theme.look.textSoft },
  '& tbody tr': { borderTop: `1px solid ${theme.look.line}` },
}));
