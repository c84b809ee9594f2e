import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { Skew, SkewPair } from '../../../shared/model/skew.ts';
import type { Instant, Zone } from '../../../shared/model/time.ts';
import { capital, formatInstant } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { radius } from '../../ui/tokens.ts';
import { pairKey } from './lanes.ts';
import { ReleaseLink } from './release-link.tsx';
import { afterWords, type OrderedStep, orderedSteps, orderVerdict, plannedVerdict } from './words.ts';

const tones = { 'as-planned': 'success', safe: 'info', hold: 'danger', unsearched: 'warning' } as const;

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 });

/** Two columns where there is room. */
export const SideBySide = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(360px, 1fr))',
  gap: 16,
  alignItems: 'start',
});

const PairButton = styled(ButtonBase)(({ theme }) => ({
  display: 'block',
  width: '100%',
  padding: '6px 8px',
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: 'inherit',
  lineHeight: 'inherit',
  borderRadius: radius.small,
  borderLeft: `3px solid ${theme.look.tones.danger.mark}`,
  overflowWrap: 'anywhere',
  '&:hover, &.lit': { background: theme.look.hover },
  '&[aria-pressed="true"]': { background: theme.look.selected },
}));

interface PairsProps {
  readonly skew: Skew;
  readonly zone: Zone;
  readonly lit: string | null;
  readonly open: string | undefined;
  readonly onLight: (key: string | null) => void;
  readonly onOpen: (key: string) => void;
}

function timesOf({ from, until }: { from: Instant | null; until: Instant | null }, zone: Zone): string {
  const begins = from === null ? 'from now on' : `from ${formatInstant(from, zone)}`;
  return until === null ? `${begins}, and stays` : `${begins} until ${formatInstant(until, zone)}`;
}

/** The releases that bring a pair. */
function Bringers({ skew, pair }: { skew: Skew; pair: SkewPair }) {
  const steps = [pair.one, pair.other].flatMap(({ step }) => (step === null ? [] : [skew.steps[step]]));
  const ids = [...new Set(steps.flatMap((step) => (step === undefined ? [] : [step.releaseId])))];
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ' and '}
      <ReleaseLink skew={skew} id={id} />
    </span>
  ));
}

/** What runs together as the plan stands, and whether any order is safe: a sentence each. */
export function Verdicts({ skew }: { skew: Skew }) {
  return (
    <SideBySide>
      <Notice tone={skew.planned.bad.length === 0 ? 'success' : 'warning'}>{plannedVerdict(skew)}</Notice>
      <Notice tone={tones[skew.order.result]}>{orderVerdict(skew)}</Notice>
    </SideBySide>
  );
}

/** Each pair that does not fit as the plan stands; nothing where all fit. */
export function PlannedPairs({ skew, zone, lit, open, onLight, onOpen }: PairsProps) {
  const { bad } = skew.planned;
  if (bad.length === 0) return null;
  return (
    <Panel title="As planned">
      <List aria-label="Pairs of versions that do not fit, as planned">
        {bad.map(({ pair, from, until, already }) => {
          const key = pairKey(pair);
          return (
            <li key={key}>
              <PairButton
                aria-pressed={key === open}
                className={key === lit ? 'lit' : ''}
                onClick={() => onOpen(key)}
                onMouseEnter={() => onLight(key)}
                onMouseLeave={() => onLight(null)}
                onFocus={() => onLight(key)}
                onBlur={() => onLight(null)}
              >
                {pair.text}
              </PairButton>
              <Box sx={{ pl: '11px', color: 'text.secondary', fontSize: 12 }}>
                {already ? 'Both run now. ' : `${capital(timesOf({ from, until }, zone))}. `}
                <Bringers skew={skew} pair={pair} />
              </Box>
            </li>
          );
        })}
      </List>
    </Panel>
  );
}

function Step({ skew, zone, ordered }: { skew: Skew; zone: Zone; ordered: OrderedStep }) {
  const step = skew.steps[ordered.step];
  if (step === undefined) return null;
  const name = skew.services.find(({ serviceId }) => serviceId === step.serviceId)?.name ?? '';
  const after = afterWords(ordered.after);
  return (
    <Box component="li" sx={{ py: 1, '&::marker': { color: 'text.secondary', fontVariantNumeric: 'tabular-nums' } }}>
      <Box component="span" sx={{ fontWeight: 560 }}>
        {name} {step.version}
      </Box>{' '}
      {ordered.reversed && (
        <ChipShape tone="warning">
          <span>not the planned order</span>
        </ChipShape>
      )}
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        <ReleaseLink skew={skew} id={step.releaseId} />, planned {formatInstant(step.span.start, zone, 'short')}
        {after !== null && `; ${after}`}
      </Box>
    </Box>
  );
}

/** What no order avoids, and the steps of the best one; nothing where neither is known. */
export function BestOrder({ skew, zone }: Pick<PairsProps, 'skew' | 'zone'>) {
  const { order } = skew;
  if (order.bad.length === 0 && order.steps.length === 0) return null;
  return (
    <Panel title="In any order">
      {order.bad.length > 0 && (
        <List aria-label="Pairs of versions that no order avoids">
          {order.bad.map((pair) => (
            <Box key={pairKey(pair)} component="li" sx={{ pl: '11px', overflowWrap: 'anywhere' }}>
              {pair.text}
            </Box>
          ))}
        </List>
      )}
      {order.steps.length > 0 && (
        <Box
          component="ol"
          aria-label={order.result === 'hold' ? 'The best order there is' : 'A safe order'}
          sx={{ m: 0, mt: order.bad.length > 0 ? 3 : 0, pl: 6 }}
        >
          {orderedSteps(skew).map((ordered) => (
            <Step key={ordered.step} skew={skew} zone={zone} ordered={ordered} />
          ))}
        </Box>
      )}
    </Panel>
  );
}
