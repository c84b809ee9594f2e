import AddRounded from '@mui/icons-material/AddRounded';
import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded';
import RssFeedRounded from '@mui/icons-material/RssFeedRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contentWords } from '../../../shared/domain/exchange/calendar-content.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { notify } from '../../lib/toasts.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import { catalogueQuery, feedsQuery, trainsQuery } from './queries.ts';
import { feedAddress, type ListedFeed } from './view-model.ts';

type Dialog = { readonly kind: 'none' | 'add' } | { readonly kind: 'revoke'; readonly feed: ListedFeed };

async function copyAddress(feed: ListedFeed): Promise<void> {
  await navigator.clipboard.writeText(feedAddress(window.location.origin, feed));
  notify.done(`Copied the address of “${feed.name}”`);
}

interface FeedRowProps {
  readonly feed: ListedFeed;
  readonly contents: string;
  readonly onRevoke: () => void;
}

function FeedRow({ feed, contents, onRevoke }: FeedRowProps) {
  const attempt = useAttempt();
  return (
    <ListEntry sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" noWrap title={feed.name}>
          {feed.name}
        </Typography>
        <Typography variant="body2" noWrap title={contents} sx={{ color: 'text.secondary' }}>
          {contents}
        </Typography>
      </Box>
      <Button
        variant="outlined"
        startIcon={<ContentCopyRounded />}
        onClick={() => void attempt(() => copyAddress(feed))}
        aria-label={`Copy address of ${feed.name}`}
      >
        Copy address
      </Button>
      <Button variant="outlined" color="error" onClick={onRevoke} aria-label={`Revoke ${feed.name}`}>
        Revoke
      </Button>
    </ListEntry>
  );
}

/** The plan as calendars that other programs subscribe to: made, copied, revoked. */
export function FeedPanel() {
  const query = useQuery(feedsQuery());
  const answer = answerOf(query);
  const trains = listOf(answerOf(useQuery(trainsQuery())));
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const people = 'data' in catalogue ? catalogue.data.people : [];
  const attempt = useAttempt();
  const [dialog, setDialog] = useState<Dialog>({ kind: 'none' });
  const [revoking, setRevoking] = useState(false);
  const served = 'data' in answer && answer.data.served === 'here';
  const names = {
    trains: new Map(trains.map(({ train }) => [train.id, train.name] as const)),
    people: new Map(people.map(({ id, name }) => [id, name] as const)),
  };
  const add = () => setDialog((open) => (open.kind === 'none' ? { kind: 'add' } : open));
  const close = () => setDialog({ kind: 'none' });

  async function revoke(feed: ListedFeed): Promise<void> {
    setRevoking(true);
    const done = await attempt(() => orpc.exchange.revokeFeed.call({ id: feed.id }));
    setRevoking(false);
    if (done === null) return;
    notify.done(`Revoked the calendar feed “${feed.name}”`);
    close();
    void query.refetch();
  }

  useActions([
    {
      name: 'feed.add',
      label: 'Share the plan as a calendar feed',
      group: 'Edit',
      words: 'ics subscribe outlook thunderbird',
      enabled: served,
      run: add,
    },
  ]);

  const button = (
    <Button variant="outlined" startIcon={<AddRounded />} onClick={add} disabled={!served}>
      Make a feed
    </Button>
  );
  return (
    <Panel title="Share as a calendar feed" actions={served && answer.data.feeds.length > 0 ? button : undefined}>
      <AnswerView answer={answer} loading={<RowSkeletons rows={2} height={40} />}>
        {({ served: where, feeds }) => (
          <>
            {where !== 'here' && (
              <Notice tone="info">
                This window cannot serve a calendar. Start Signalbox for the browser (npm start -- --host loopback), and
                share the plan there.
              </Notice>
            )}
            {where === 'here' && feeds.length === 0 && (
              <EmptyState small icon={<RssFeedRounded />} title="No feeds yet" actions={button}>
                A calendar program on this machine (Outlook, Thunderbird, Apple Calendar) subscribes to the feed’s
                address and shows departures, milestones and freezes as they move. Nobody can guess the address, and you
                can revoke it.
              </EmptyState>
            )}
            {where === 'here' && feeds.length > 0 && (
              <Typography sx={{ color: 'text.secondary', mb: 2 }}>
                Works while Signalbox runs on this machine. Whoever has the address can read the calendar and nothing
                else.
              </Typography>
            )}
            {where === 'here' &&
              feeds.map((feed) => (
                <FeedRow
                  key={feed.id}
                  feed={feed}
                  contents={contentWords(feed, names)}
                  onRevoke={() => setDialog({ kind: 'revoke', feed })}
                />
              ))}
          </>
        )}
      </AnswerView>
      {dialog.kind === 'add' && (
        <FeedDialog
          onClose={close}
          onDone={() => {
            close();
            void query.refetch();
          }}
        />
      )}
      {dialog.kind === 'revoke' && (
        <ConfirmDialog
          open
          title={`Revoke “${dialog.feed.name}”?`}
          confirm="Revoke"
          danger
          busy={revoking}
          onConfirm={() => void revoke(dialog.feed)}
          onClose={close}
        >
          Its address is worth nothing from then on: calendars that subscribed to it are not updated any more. The plan
          stays as it is.
        </ConfirmDialog>
      )}
    </Panel>
  );
}
