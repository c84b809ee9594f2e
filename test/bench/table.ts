import type { Machine } from './machine.ts';
import type { Row } from './row.ts';

/** `10k`, `100k`, `1M`; other numbers as they are. */
export function sizeText(size: number): string {
  if (size >= 1_000_000 && size % 100_000 === 0) return `${size / 1_000_000}M`;
  if (size >= 1_000 && size % 1_000 === 0) return `${size / 1_000}k`;
  return String(size);
}

/** Three significant digits, thousands parted. */
export function figure(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1_000) return Math.round(value).toLocaleString('en-US');
  if (magnitude >= 100) return value.toFixed(0);
  if (magnitude >= 10) return value.toFixed(1);
  return magnitude >= 1 ? value.toFixed(2) : value.toFixed(3);
}

const HEAD = ['what', 'size', 'median', 'p95', 'spread', 'unit', 'beside', 'its median', 'ratio', 'bar'];

function cells(row: Row): readonly string[] {
  return [
    row.name,
    sizeText(row.size),
    figure(row.median),
    row.p95 === undefined ? '' : figure(row.p95),
    figure(row.spread),
    row.unit,
    row.reference?.name ?? '',
    row.reference === undefined ? '' : figure(row.reference.median),
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.bar === undefined ? '' : `${row.bar.ok ? 'kept' : 'MISSED'}: ${row.bar.text}`,
  ];
}

const NUMBERS = new Set([1, 2, 3, 4, 7, 8]);

/** The figures as a table for a terminal, the machine named on top. */
export function tableText(machine: Machine, rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const { cpu, cores, memoryGb, platform, node } = machine;
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}, Node ${node}`,
    '',
    text[0],
    rule,
    ...text.slice(1),
  ].join('\n');
}
