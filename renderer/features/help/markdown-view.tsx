import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { ExternalLink } from '../../ui/external-link.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { monoFamily, radius, size } from '../../ui/tokens.ts';
import type { Block, Inline } from './markdown.ts';

const Code = styled('code')(({ theme }) => ({
  fontFamily: monoFamily,
  fontSize: '0.92em',
  padding: '1px 4px',
  borderRadius: radius.small,
  background: theme.look.muted,
  border: `1px solid ${theme.look.line}`,
  overflowWrap: 'anywhere',
}));

const CodeBlock = styled('pre')(({ theme }) => ({
  margin: 0,
  padding: 12,
  overflow: 'auto',
  borderRadius: radius.control,
  background: theme.look.muted,
  border: `1px solid ${theme.look.line}`,
  fontFamily: monoFamily,
  fontSize: 12,
  lineHeight: '18px',
}));

const Table = styled('table')(({ theme }) => ({
  borderCollapse: 'collapse',
  width: '100%',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '6px 12px 6px 0',
    borderBottom: `1px solid ${theme.look.line}`,
  },
  '& th': { fontWeight: 600 },
}));

function HelpLink({ text, href }: { text: string; href: string }) {
  const topic = /^(?:\.\/)?(?:\d+-)?([\w-]+)\.md(?:#.*)?$/.exec(href)?.[1];
  if (topic !== undefined) {
    return (
      <RouterLink to="/help/$topic" params={{ topic }} underline="always">
        {text}
      </RouterLink>
    );
  }
  return <ExternalLink href={href}>{text}</ExternalLink>;
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case 'code':
      return <Code>{piece.text}</Code>;
    case 'strong':
      return <strong>{piece.text}</strong>;
    case 'emphasis':
      return <em>{piece.text}</em>;
    case 'link':
      return <HelpLink text={piece.text} href={piece.href} />;
    case 'text':
      return <>{piece.text}</>;
  }
}

function Line({ content }: { content: readonly Inline[] }) {
  return content.map((piece, at) => (
    // A text that never changes: its pieces have no identity but their place.
    <Piece key={`piece-${at + 1}`} piece={piece} />
  ));
}

const headings = { 1: 'h2', 2: 'h2', 3: 'h3' } as const;

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Typography variant={block.level === 3 ? 'h3' : 'h2'} component={headings[block.level]} sx={{ mt: 4 }}>
          <Line content={block.content} />
        </Typography>
      );
    case 'paragraph':
      return (
        <Typography>
          <Line content={block.content} />
        </Typography>
      );
    case 'code':
      return <CodeBlock tabIndex={0}>{block.text}</CodeBlock>;
    case 'list':
      return (
        <Box
          component={block.ordered ? 'ol' : 'ul'}
          sx={{ m: 0, pl: 6, display: 'flex', flexDirection: 'column', gap: 1 }}
        >
          {block.items.map((item, at) => (
            <li key={`item-${at + 1}`}>
              <Line content={item} />
            </li>
          ))}
        </Box>
      );
    case 'table':
      return (
        <Table>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={`head-${at + 1}`} scope="col">
                  <Line content={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, rowAt) => (
              <tr key={`row-${rowAt + 1}`}>
                {row.map((cell, at) => (
                  <td key={`cell-${at + 1}`}>
                    <Line content={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      );
  }
}

/** A help text, drawn; its first heading stands as the page's title already. */
export function MarkdownView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Box
      component="article"
      sx={{
        maxWidth: size.prose,
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
        fontSize: 14,
        lineHeight: '22px',
        '& p, & li, & td, & th': { fontSize: 14, lineHeight: '22px' },
      }}
    >
      {blocks.map((block, at) => (
        <BlockView key={`block-${at + 1}`} block={block} />
      ))}
    </Box>
  );
}
