import { countFrameScripts, type PanFigures, painted, pan } from './frames.ts';
import { syntheticLanes, YEAR_START } from './items.ts';

/** What a mounted library lets the bench do. */
export interface Subject {
  /** Shows `from` to `to` (ms UTC). */
  readonly show: (from: number, to: number) => void;
}

export interface BenchResult extends PanFigures {
  readonly drawMs: number;
}

declare global {
  interface Window {
    runBench: (milliseconds: number) => Promise<BenchResult>;
  }
}

const DAY = 86_400_000;
const SHOWN_DAYS = 100;

countFrameScripts();

const query = new URLSearchParams(window.location.search);
const lanes = syntheticLanes(Number(query.get('items') ?? 1000));
const root = document.getElementById('root');

async function mount(element: HTMLElement): Promise<{ readonly subject: Subject; readonly drawMs: number }> {
  const from = YEAR_START + 60 * DAY;
  const initial = { from, to: from + SHOWN_DAYS * DAY };
  // Loaded before the clock starts: only drawing is measured.
  const { mountSubject } = query.get('library') === 'vis' ? await import('./vis.ts') : await import('./ours.tsx');
  await document.fonts.ready;
  const began = performance.now();
  const subject = await mountSubject(element, lanes, initial);
  await painted();
  return { subject, drawMs: performance.now() - began };
}

window.runBench = async (milliseconds) => {
  if (root === null) throw new Error('the page has no root');
  const { subject, drawMs } = await mount(root);
  const width = SHOWN_DAYS * DAY;
  // Back and forth over half a year, about eight pixels a frame.
  const figures = await pan(milliseconds, (frame) => {
    const swing = Math.abs(((frame * 0.6) % 240) - 120);
    const from = YEAR_START + (60 + swing) * DAY;
    subject.show(from, from + width);
  });
  return { ...figures, drawMs };
};
