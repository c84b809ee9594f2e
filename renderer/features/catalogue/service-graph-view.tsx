import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';
import { radius, space, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { layOutServices, neighbourOf, node } from './service-graph.ts';
import { linksOf, reachedFrom } from './service-links.ts';

const PAD = space.xl;
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

type Standing = 'plain' | 'chosen' | 'needed' | 'consumer' | 'other';

const Node = styled('button', { shouldForwardProp: (name) => name !== 'standing' })<{ standing: Standing }>(
  ({ theme: { look }, standing }) => ({
    position: 'absolute',
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    width: node.width,
    height: node.height,
    padding: '0 8px',
    borderRadius: radius.control,
    border: `1px solid ${look.edge}`,
    background: look.surface,
    color: look.text,
    fontFamily: 'inherit',
    fontSize: type.small.size,
    textAlign: 'left',
    cursor: 'pointer',
    scrollMargin: 16,
    '&:hover': { background: look.hover },
    '&:focus-visible': { outline: `2px solid ${look.focus}`, outlineOffset: 1 },
    '& > span:first-of-type': {
      flex: 1,
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: standing === 'chosen' ? 640 : 500,
    },
    ...(standing === 'chosen' && { background: look.selected, border: `2px solid ${look.primary}`, padding: '0 7px' }),
    ...(standing === 'needed' && { background: look.tones.info.soft, borderColor: look.tones.info.mark }),
    ...(standing === 'consumer' && { background: look.tones.accent.soft, borderColor: look.tones.accent.mark }),
    ...(standing === 'other' && { borderStyle: 'dashed', color: look.textSoft }),
  }),
);

const Tier = styled('span')(({ theme: { look } }) => ({
  flexShrink: 0,
  fontSize: type.micro.size,
  color: look.textSoft,
}));

export interface ServiceGraphViewProps {
  readonly services: readonly Service[];
  readonly chosen: ServiceId | null;
  readonly onChoose: (id: ServiceId) => void;
}

/** Which services need which: what must be there first stands left; a chosen one shows what hangs together with it. */
export function ServiceGraphView({ services, chosen, onChoose }: ServiceGraphViewProps) {
  const look = useLook();
  const graph = useMemo(() => layOutServices(services), [services]);
  const links = useMemo(() => linksOf(services), [services]);
  const [active, setActive] = useState<ServiceId | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(services.map((service) => [service.id, service])), [services]);
  const isThere = chosen !== null && byId.has(chosen);
  const needed = isThere ? reachedFrom(chosen, links.needs) : null;
  const consumers = isThere ? reachedFrom(chosen, links.neededBy) : null;
  // One stop of the tab key for the whole drawing.
  const stop = [active, chosen, graph.nodes[0]?.id].find((id) => id !== null && id !== undefined && byId.has(id));

  // What was chosen in the table, or lies under the panel that opened for it.
  useEffect(() => {
    if (chosen === null) return;
    const element = place.current?.querySelector<HTMLElement>(`[data-service="${CSS.escape(chosen)}"]`);
    element?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);

  function standingOf(id: ServiceId): Standing {
    if (needed === null || consumers === null) return 'plain';
    if (id === chosen) return 'chosen';
    // In a cycle it is both; what must be there first counts.
    if (needed.has(id)) return 'needed';
    return consumers.has(id) ? 'consumer' : 'other';
  }

  function lineOf(from: ServiceId, to: ServiceId): { readonly colour: string; readonly width: number } {
    const isIn = (id: ServiceId, set: ReadonlySet<ServiceId> | null) => id === chosen || set?.has(id) === true;
    if (!isThere) return { colour: look.edge, width: 1.25 };
    if (isIn(from, needed) && isIn(to, needed)) return { colour: look.tones.info.mark, width: 2 };
    if (isIn(from, consumers) && isIn(to, consumers)) return { colour: look.tones.accent.mark, width: 2 };
    return { colour: look.line, width: 1.25 };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const key = arrows.find((arrow) => arrow === event.key);
    const from = event.target instanceof HTMLElement ? event.target.dataset.service : undefined;
    if (key === undefined || from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const to = neighbourOf(graph, from as ServiceId, key); // written from a service's id below
    if (to === null) return;
    setActive(to);
    place.current?.querySelector<HTMLElement>(`[data-service="${CSS.escape(to)}"]`)?.focus();
  }

  return (
    <Box
      ref={place}
      role="group"
      aria-label="Which service needs which. Arrow keys lead from one to the next, Enter shows one."
      onKeyDown={onKeyDown}
      sx={{ position: 'relative', width: graph.width + PAD * 2, height: graph.height + PAD * 2 }}
    >
      <svg
        aria-hidden
        width={graph.width + PAD * 2}
        height={graph.height + PAD * 2}
        style={{ position: 'absolute', inset: 0 }}
      >
        <g transform={`translate(${PAD} ${PAD})`} fill="none">
          {graph.edges.map(({ needed: from, consumer: to, isBack, path }) => {
            const { colour, width } = lineOf(from, to);
            return (
              <path
                key={`${from} ${to}`}
                d={path}
                stroke={isBack ? look.tones.danger.mark : colour}
                strokeWidth={width}
                strokeDasharray={isBack ? '5 3' : undefined}
              />
            );
          })}
          {graph.edges.map(({ needed: from, consumer: to, path }) => {
            const end = path.split(/[ ,]/).slice(-2).map(Number);
            const [x = 0, y = 0] = end;
            return <circle key={`${from} ${to}`} cx={x} cy={y} r={2.5} fill={lineOf(from, to).colour} />;
          })}
        </g>
      </svg>
      {graph.nodes.map(({ id, x, y }) => {
        const service = byId.get(id);
        if (service === undefined) return null;
        const standing = standingOf(id);
        return (
          <Node
            key={id}
            type="button"
            data-service={id}
            standing={standing}
            tabIndex={id === stop ? 0 : -1}
            aria-pressed={id === chosen}
            title={service.name}
            style={{ left: x + PAD, top: y + PAD }}
            onFocus={() => setActive(id)}
            onClick={() => onChoose(id)}
          >
            <span>{service.name}</span>
            <Tier>T{service.tier}</Tier>
          </Node>
        );
      })}
    </Box>
  );
}
