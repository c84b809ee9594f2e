import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BoardedItem } from '../../../shared/contract/releases.ts';
import type { TrainFrontier, TrainSplit } from '../../../shared/model/forecast.ts';
import type { Release } from '../../../shared/model/release.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { Computing } from './computing.tsx';
import { FigureTable } from './figure-table.tsx';
import { percentText } from './forecast-model.ts';
import { FrontierChart } from './frontier-chart.tsx';
import { Notices } from './notices.tsx';
import { NumberField } from './number-field.tsx';
import { releaseQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';
import { chosenSplit, itemName, proofText, splitLabel, usefulSplits } from './size-model.ts';

interface TabProps {
  readonly release: Release;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
}

function Split({ split, scope }: { split: TrainSplit; scope: readonly BoardedItem[] }) {
  return (
    <Panel title={`The best split into ${formatCount(split.trains.length, 'train')}`}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {proofText(split)}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', gap: 4 }}>
        {split.trains.map((train, at) => (
          <Box component="section" key={train.items.join() || `train ${at + 1}`} sx={{ minWidth: 0 }}>
            <Typography variant="h3">
              Train {at + 1}: {formatCount(train.items.length, 'item')}, risk {percentText(train.risk)}
            </Typography>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
              {train.items.map((id) => {
                const name = itemName(scope, id);
                return (
                  <Typography component="li" key={id} noWrap title={name} sx={{ py: 0.5 }}>
                    {name}
                  </Typography>
                );
              })}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function Frontier({ frontier, release, search, onSearch }: TabProps & { frontier: TrainFrontier }) {
  const detail = answerOf(useQuery(releaseQuery(release.id)));
  const splits = usefulSplits(frontier);
  const chosen = chosenSplit(splits, search.split);
  const items = splits[0]?.trains[0]?.items.length ?? 0;
  if (items === 0) {
    return (
      <EmptyState
        title={`Nothing is aboard ${release.name} yet`}
        actions={
          <RouterButton to="/releases/$id" params={{ id: release.id }} variant="contained">
            Open the release
          </RouterButton>
        }
      >
        The risk of one large train is held against several small ones by what is aboard. Board items first.
      </EmptyState>
    );
  }
  return (
    <>
      <Notices notices={frontier.notices} />
      {search.table ? (
        <FigureTable
          label="Risk by number of trains"
          head={['Trains', 'Riskiest train', 'Any train', 'Items back on average']}
          rows={splits.map((split) => ({
            key: String(split.trains.length),
            chosen: split === chosen,
            cells: [
              formatCount(split.trains.length, 'train'),
              percentText(split.maxRisk),
              percentText(split.anyRisk),
              split.expectedItemsBack.toFixed(1),
            ],
            onOpen: () => onSearch({ split: split.trains.length }),
          }))}
        />
      ) : (
        <FrontierChart splits={splits} chosen={chosen} onChoose={({ trains }) => onSearch({ split: trains.length })} />
      )}
      {chosen !== null && (
        <>
          <Typography sx={{ my: 3 }}>{splitLabel(chosen)}.</Typography>
          <AnswerView answer={detail} loading={<BlockSkeleton height={200} />}>
            {({ scope }) => <Split split={chosen} scope={scope} />}
          </AnswerView>
        </>
      )}
    </>
  );
}

/** One large train against several small ones, for the scope of a release. */
export function SizeTab(props: TabProps) {
  const { release, search, onSearch } = props;
  const query = orpc.capacity.trainSize.queryOptions({
    input: {
      releaseId: release.id,
      failurePerItem: search.failure ?? DEFAULTS.failure,
      beta: search.beta ?? DEFAULTS.beta,
    },
  });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  const answer = answerOf(asked);
  const percent = (share: number) => Number((share * 100).toFixed(4));
  return (
    <Panel title="Train size against risk" beside={<Computing on={asked.isFetching} />}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 4 }}>
        <NumberField
          label="An item fails its train, %"
          value={percent(search.failure ?? DEFAULTS.failure)}
          least={0}
          most={90}
          fractions
          width={210}
          hint="How often one item alone does"
          onChange={(value) => onSearch({ failure: value / 100 })}
        />
        <NumberField
          label="Shared part of the risk, %"
          value={percent(search.beta ?? DEFAULTS.beta)}
          least={0}
          most={100}
          fractions
          width={240}
          hint="What items on one service fail by together"
          onChange={(value) => onSearch({ beta: value / 100 })}
        />
      </Box>
      <AnswerView answer={answer} loading={<BlockSkeleton height={300} />}>
        {(frontier) => <Frontier {...props} frontier={frontier} />}
      </AnswerView>
    </Panel>
  );
}
