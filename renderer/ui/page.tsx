import Box from '@mui/material/Box';
import Breadcrumbs from '@mui/material/Breadcrumbs';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { POSED } from './posed.ts';
import { space } from './tokens.ts';

/** The id of the heading that takes the focus when the route changes. */
export const PAGE_TITLE_ID = 'page-title';

export interface PageHeaderProps {
  readonly title: string;
  /** What the window is called; the title where it is left out. */
  readonly documentTitle?: string | undefined;
  /** Beside the title: chips. */
  readonly beside?: ReactNode;
  /** Under the title, one line. */
  readonly description?: ReactNode;
  readonly breadcrumbs?: readonly ReactNode[] | undefined;
  readonly actions?: ReactNode;
}

const Header = styled('header')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  gap: space.lg,
  padding: `${space.lg}px ${space.xl}px ${space.md}px`,
  borderBottom: `1px solid ${theme.look.line}`,
  background: theme.look.ground,
  flexShrink: 0,
  // The sheet says the title itself, and its tools do nothing on paper.
  [`main[${POSED}] & h1, main[${POSED}] & > .actions`]: { display: 'none' },
  [`main[${POSED}] &`]: { paddingBlock: space.xs },
  [`main[${POSED}] & div`]: { minHeight: 0 },
}));

/** The head of a page: where one is, what it is, what can be done. */
export function PageHeader({ title, documentTitle, beside, description, breadcrumbs, actions }: PageHeaderProps) {
  const name = documentTitle ?? title;
  useEffect(() => {
    document.title = `${name} · Signalbox`;
  }, [name]);

  return (
    <Header>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        {breadcrumbs !== undefined && breadcrumbs.length > 0 && (
          <Breadcrumbs separator="/" sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', mb: 0.5 }}>
            {breadcrumbs}
          </Breadcrumbs>
        )}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 28, minWidth: 0 }}>
          <Typography
            variant="h1"
            id={PAGE_TITLE_ID}
            tabIndex={-1}
            title={title}
            noWrap
            sx={{ minWidth: 0, '&:focus': { outline: 'none' } }}
          >
            {title}
          </Typography>
          {beside}
        </Box>
        {description !== undefined && (
          <Typography component="div" sx={{ color: 'text.secondary', minHeight: 20 }}>
            {description}
          </Typography>
        )}
      </Box>
      {actions !== undefined && (
        <Box className="actions" sx={{ display: 'flex', alignItems: 'center', gap: 2, flexShrink: 0, minHeight: 32 }}>
          {actions}
        </Box>
      )}
    </Header>
  );
}

/** A page: its head stays, its body scrolls. `fill` gives the body to one child that scrolls by itself. */
export const Page = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minWidth: 0,
  minHeight: 0,
});

export const PageBody = styled('div', { shouldForwardProp: (name) => name !== 'fill' })<{ fill?: boolean }>(
  ({ fill }) =>
    fill === true
      ? { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }
      : {
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          padding: `${space.lg}px ${space.xl}px ${space.xxl}px`,
          scrollbarGutter: 'stable',
        },
);
