import type { Service } from '../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../shared/model/ids.ts';
import { linkKey, linksOf, walkServices } from './service-links.ts';

/** A service where it stands, its upper left corner in pixels. */
export interface GraphNode {
  readonly id: ServiceId;
  /** 0 for services that need none; alone where they neither need nor are needed. */
  readonly layer: number | 'alone';
  readonly x: number;
  readonly y: number;
}

/** A line from what is needed to what needs it. */
export interface GraphEdge {
  readonly needed: ServiceId;
  readonly consumer: ServiceId;
  /** It closes a cycle: it leads back to the left. */
  readonly isBack: boolean;
  /** An SVG path. */
  readonly path: string;
}

export interface ServiceGraph {
  /** Layer by layer, in each from the top; those alone at last. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly width: number;
  readonly height: number;
}

/** Sizes of the drawing, in pixels. */
export const node = { width: 140, height: 32, between: 52, gap: 10, bend: 14 } as const;
const SWEEPS = 6;

/** Something in a layer: a service, or the place where a line over several layers passes. */
interface Stop {
  readonly key: string;
  readonly id: ServiceId | null;
  readonly layer: number;
  readonly before: Stop[];
  readonly after: Stop[];
  y: number;
}

interface Line {
  readonly needed: ServiceId;
  readonly consumer: ServiceId;
  readonly stops: readonly Stop[];
}

function layersOf(
  order: readonly ServiceId[],
  needsOf: (id: ServiceId) => readonly ServiceId[],
): Map<ServiceId, number> {
  const layers = new Map<ServiceId, number>();
  for (const id of order) {
    layers.set(id, Math.max(-1, ...needsOf(id).map((needed) => layers.get(needed) ?? -1)) + 1);
  }
  return layers;
}

function join(from: Stop, to: Stop): void {
  from.after.push(to);
  to.before.push(from);
}

function lineBetween(from: Stop, to: Stop, rows: Stop[][]): readonly Stop[] {
  const stops = [from];
  for (let layer = from.layer + 1; layer < to.layer; layer += 1) {
    const stop: Stop = { key: `${from.key} ${to.key} ${layer}`, id: null, layer, before: [], after: [], y: 0 };
    rows[layer]?.push(stop);
    join(stops.at(-1) ?? from, stop);
    stops.push(stop);
  }
  join(stops.at(-1) ?? from, to);
  return [...stops, to];
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Puts each stop of a row near the middle of its neighbours on one side (barycentre), by their places in that row. */
function sortRow(row: Stop[], side: 'before' | 'after', places: ReadonlyMap<Stop, number>): void {
  const wanted = new Map(row.map((stop, at) => [stop, mean(stop[side].map((other) => places.get(other) ?? 0)) ?? at]));
  row.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
}

function untangle(rows: Stop[][]): void {
  const placesOf = (row: readonly Stop[] | undefined) => new Map((row ?? []).map((stop, at) => [stop, at]));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forth = sweep % 2 === 0;
    const order = forth ? rows.keys() : [...rows.keys()].toReversed();
    for (const at of order) {
      const row = rows[at];
      const beside = rows[forth ? at - 1 : at + 1];
      if (row !== undefined && beside !== undefined) sortRow(row, forth ? 'before' : 'after', placesOf(beside));
    }
  }
}

function heightOf({ id }: Stop): number {
  return id === null ? node.bend : node.height;
}

/** Moves the stops of a row towards where they want to be, in their order and without touching. */
function settleRow(row: readonly Stop[], wanted: readonly number[]): void {
  let least = Number.NEGATIVE_INFINITY;
  const placed = row.map((stop, at) => {
    const y = Math.max(wanted[at] ?? 0, least);
    least = y + heightOf(stop) + node.gap;
    return y;
  });
  const shift = mean(placed.map((y, at) => (wanted[at] ?? 0) - y)) ?? 0;
  row.forEach((stop, at) => {
    stop.y = (placed[at] ?? 0) + shift;
  });
}

function middle(stop: Stop): number {
  return stop.y + heightOf(stop) / 2;
}

function settle(rows: readonly Stop[][]): void {
  for (const row of rows)
    settleRow(
      row,
      row.map(() => 0),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forth = sweep % 2 === 0;
    for (const row of forth ? rows : rows.toReversed()) {
      const wanted = row.map((stop) => {
        const beside = forth ? stop.before : stop.after;
        const both = beside.length > 0 ? beside : [...stop.before, ...stop.after];
        return (mean(both.map(middle)) ?? middle(stop)) - heightOf(stop) / 2;
      });
      settleRow(row, wanted);
    }
  }
  const stops = rows.flat();
  const top = stops.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  for (const stop of stops) stop.y = Math.round(stop.y - top);
}

function leftOf(layer: number): number {
  return layer * (node.width + node.between);
}

/** A smooth line over its stops: level through each of them, bent between them. */
function forthPath(stops: readonly Stop[]): string {
  const parts: string[] = [];
  stops.forEach((stop, at) => {
    const [left, y] = [leftOf(stop.layer), middle(stop)];
    const next = stops[at + 1];
    if (at === 0) parts.push(`M${left + node.width},${y}`);
    else if (next !== undefined) parts.push(`L${left + node.width},${y}`);
    if (next === undefined) return;
    const [from, to] = [left + node.width, leftOf(next.layer)];
    const half = (from + to) / 2;
    parts.push(`C${half},${y} ${half},${middle(next)} ${to},${middle(next)}`);
  });
  return parts.join(' ');
}

/** A line that closes a cycle: from the right of what is needed, under both, to the left of what needs it. */
function backPath(needed: Stop, consumer: Stop): string {
  const [from, to] = [leftOf(needed.layer) + node.width, leftOf(consumer.layer)];
  const [y, end] = [middle(needed), middle(consumer)];
  const low = Math.max(needed.y, consumer.y) + node.height + node.gap / 2;
  const out = node.between / 2;
  return `M${from},${y} C${from + out},${y} ${from + out},${low} ${from},${low} L${to},${low} C${to - out},${low} ${to - out},${end} ${to},${end}`;
}

/**
 * Services from left to right in the order in which they can be released: each right of everything that it needs, as near
 * to it as that allows (longest path), with few crossings (barycentre sweeps). The lines that close cycles are found, not
 * followed. Services without any link stand below.
 */
export function layOutServices(services: readonly Service[]): ServiceGraph {
  const links = linksOf(services);
  const isAlone = (id: ServiceId) =>
    (links.needs.get(id) ?? []).length === 0 && (links.neededBy.get(id) ?? []).length === 0;
  const linked = services.filter(({ id }) => !isAlone(id));
  const { order, closing } = walkServices(linked, links);
  const straight = (id: ServiceId) => (links.needs.get(id) ?? []).filter((needed) => !closing.has(linkKey(id, needed)));
  const layers = layersOf(order, straight);
  const count = linked.length === 0 ? 0 : Math.max(...layers.values()) + 1;
  const rows: Stop[][] = Array.from({ length: count }, () => []);
  const stops = new Map<ServiceId, Stop>();
  for (const { id } of linked) {
    const stop: Stop = { key: id, id, layer: layers.get(id) ?? 0, before: [], after: [], y: 0 };
    stops.set(id, stop);
    rows[stop.layer]?.push(stop);
  }
  const lines: Line[] = linked.flatMap(({ id }) =>
    straight(id).flatMap((needed) => {
      const [from, to] = [stops.get(needed), stops.get(id)];
      return from === undefined || to === undefined
        ? []
        : [{ needed, consumer: id, stops: lineBetween(from, to, rows) }];
    }),
  );
  untangle(rows);
  settle(rows);
  const bottom = Math.max(0, ...rows.flat().map((stop) => stop.y + heightOf(stop)));
  const back = [...closing].flatMap((key): GraphEdge[] => {
    const [consumer, needed] = key.split(' ') as [ServiceId, ServiceId]; // made by linkKey; ids have no spaces
    const [from, to] = [stops.get(needed), stops.get(consumer)];
    return from === undefined || to === undefined ? [] : [{ needed, consumer, isBack: true, path: backPath(from, to) }];
  });
  const columns = Math.max(count, 5);
  const alone = services.filter(({ id }) => isAlone(id));
  const aloneTop = bottom === 0 ? 0 : bottom + node.gap * 3;
  const aloneNodes = alone.map(({ id }, at): GraphNode => {
    const y = aloneTop + Math.floor(at / columns) * (node.height + node.gap);
    return { id, layer: 'alone', x: leftOf(at % columns), y };
  });
  const nodes = rows.flatMap((row, layer) =>
    row.flatMap(({ id, y }): GraphNode[] => (id === null ? [] : [{ id, layer, x: leftOf(layer), y }])),
  );
  const all = [...nodes, ...aloneNodes];
  return {
    nodes: all,
    edges: [
      ...lines.map(({ needed, consumer, stops: way }) => ({ needed, consumer, isBack: false, path: forthPath(way) })),
      ...back,
    ],
    width: Math.max(0, ...all.map(({ x }) => x + node.width)),
    height: Math.max(0, ...all.map(({ y }) => y + node.height), back.length > 0 ? bottom + node.gap : 0),
  };
}

/** The service that an arrow key leads to from another: up and down in its column, left and right to the nearest. */
export function neighbourOf(
  { nodes }: Pick<ServiceGraph, 'nodes'>,
  from: ServiceId,
  key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): ServiceId | null {
  const here = nodes.find(({ id }) => id === from);
  if (here === undefined) return null;
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  const ahead = nodes.filter(({ x, y }) =>
    upright ? x === here.x && (y - here.y) * sign > 0 : (x - here.x) * sign > 0,
  );
  const far = ({ x, y }: GraphNode) =>
    upright ? Math.abs(y - here.y) : Math.abs(x - here.x) * 1_000 + Math.abs(y - here.y);
  return ahead.toSorted((one, other) => far(one) - far(other))[0]?.id ?? null;
}
