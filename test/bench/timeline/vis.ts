import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { type DataItem, Timeline } from 'vis-timeline/standalone';
import type { TimelineLane } from '../../../renderer/features/calendar/timeline/model.ts';
import type { Subject } from './page.tsx';

function itemsOf(lane: TimelineLane): readonly DataItem[] {
  return lane.releases.flatMap((release) => [
    { id: release.id, group: lane.id, content: release.name, start: release.departsAt, type: 'point' },
    ...release.milestones.map((milestone) => ({
      id: milestone.id,
      group: lane.id,
      content: milestone.name,
      start: milestone.startAt,
      ...(milestone.endAt === null ? { type: 'point' } : { end: milestone.endAt, type: 'range' }),
    })),
  ]);
}

/** Mounts vis-timeline with the same items in the same groups, its own stacking and virtual scrolling on. */
export async function mountSubject(
  element: HTMLElement,
  lanes: readonly TimelineLane[],
  initial: { readonly from: number; readonly to: number },
): Promise<Subject> {
  const groups = lanes.map((lane) => ({ id: lane.id, content: lane.name }));
  const timeline = new Timeline(element, [...lanes.flatMap(itemsOf)], groups, {
    start: initial.from,
    end: initial.to,
    height: '100%',
    verticalScroll: true,
    orientation: 'top',
    showCurrentTime: true,
  });
  await new Promise<void>((resolve) => {
    timeline.on('changed', resolve);
  });
  return { show: (from, to) => timeline.setWindow(from, to, { animation: false }) };
}
