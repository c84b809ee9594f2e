import MenuBookRounded from '@mui/icons-material/MenuBookRounded';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { createLink } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { radius } from '../../ui/tokens.ts';
import { readMarkdown } from './markdown.ts';
import { MarkdownView } from './markdown-view.tsx';
import { findTopics, topicsOf } from './topics.ts';

const topics = topicsOf(
  import.meta.glob<string>('../../../resources/help/*.md', { query: '?raw', import: 'default', eager: true }),
);

const TopicAnchor = styled('a')(({ theme }) => ({
  display: 'block',
  padding: '6px 10px',
  borderRadius: radius.control,
  color: theme.look.textSoft,
  textDecoration: 'none',
  '&:hover': { background: theme.look.hover, color: theme.look.text },
  '&[aria-current="page"]': { background: theme.look.selected, color: theme.look.text, fontWeight: 560 },
}));

const TopicLink = createLink(TopicAnchor);

/** The help: the same texts that come with the program, found by their words. */
export function HelpPage({ name }: { name: string | undefined }) {
  const [text, setText] = useState('');
  const found = findTopics(topics, text);
  const topic = name === undefined ? topics[0] : topics.find((one) => one.name === name);
  const [first, ...rest] = topic === undefined ? [] : readMarkdown(topic.source);
  const blocks = first === undefined || first.kind === 'heading' ? rest : [first, ...rest];
  return (
    <Page>
      <PageHeader
        title={topic?.title ?? 'Help'}
        documentTitle={topic === undefined ? 'Help' : `${topic.title}, help`}
      />
      <PageBody fill>
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Box
            component="nav"
            aria-label="Help topics"
            sx={{ width: 240, flexShrink: 0, overflow: 'auto', p: 3, borderRight: 1, borderColor: 'divider' }}
          >
            <SearchField label="Find in the help" value={text} onChange={setText} width="100%" />
            <Box sx={{ mt: 2, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
              {found.map((one) => (
                <TopicLink
                  key={one.name}
                  to="/help/$topic"
                  params={{ topic: one.name }}
                  {...(one === topic ? { 'aria-current': 'page' as const } : {})}
                >
                  {one.title}
                </TopicLink>
              ))}
              {found.length === 0 && <Box sx={{ p: 2.5, color: 'text.secondary' }}>No topic holds these words.</Box>}
            </Box>
          </Box>
          <Box
            sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: 8, py: 5 }}
            tabIndex={0}
            role="region"
            aria-label="Text"
          >
            {topic === undefined ? (
              <EmptyState icon={<MenuBookRounded />} title="There is no such topic">
                Pick one on the left.
              </EmptyState>
            ) : (
              <MarkdownView blocks={blocks} />
            )}
          </Box>
        </Box>
      </PageBody>
    </Page>
  );
}
