import { IntegrationProposal } from '../../shared/contract/integration.ts';
import { anInstant } from './times.ts';

const at = (text: string) => anInstant(`2026-12-${text}:00Z`);

/** An integration milestone of the Shop release, on its train's stage unless said otherwise. */
export function tryMilestone(changes: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    id: 'milestone-1',
    releaseId: 'shop',
    stageKey: 'try',
    kind: 'integration',
    name: 'Try it',
    startLocal: '2026-12-10T09:00',
    endLocal: null,
    zone: 'Europe/Berlin',
    startAt: at('10T08:00'),
    endAt: null,
    pinned: false,
    ...changes,
  };
}

/** Shop stands on Ledger: two steps and a window together, unless said otherwise. */
export function someProposal(changes: Readonly<Record<string, unknown>> = {}, milestones: readonly unknown[] = []) {
  const release = (releaseId: string, title: string, step: number) => ({
    releaseId,
    title,
    step,
    needs: [],
    ring: [],
    departsAt: at('17T19:00'),
    ready: { at: at('08T09:30'), by: 'milestone', milestone: 'Code freeze' },
    crews: ['berlin'],
    milestones: [],
  });
  const window = (step: number, releases: readonly string[], start: string, end: string) => ({
    step,
    together: step === 3,
    releases,
    crews: step === 1 ? ['berlin'] : ['berlin', 'york'],
    bound: { at: at(start), by: 'ready', releaseId: releases[0] },
    span: { start: at(start), end: at(end) },
    lack: null,
    slots: [],
  });
  const crew = (id: string, name: string, zone: string) => ({ id, kind: 'team', name, zone, hours: [] });
  return IntegrationProposal.parse({
    range: { start: at('06T23:00'), end: at('18T23:00') },
    releases: [release('ledger', 'Ledger 1.0', 1), { ...release('shop', 'Shop 1.0', 2), milestones }],
    crews: [crew('berlin', 'Berlin', 'Europe/Berlin'), crew('york', 'York', 'America/New_York')],
    windows: [
      window(1, ['ledger'], '08T09:30', '08T10:30'),
      window(2, ['shop'], '08T14:00', '08T15:00'),
      window(3, ['ledger', 'shop'], '08T15:00', '08T16:00'),
    ],
    ...changes,
  });
}
