import * as z from 'zod';
import { Instant, Zone } from '../model/time.ts';
import { Nothing } from './page.ts';
import { action, command, query, readingAction } from './procedure.ts';

export const WorkspaceInfo = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The file's name, without its folder. */
  file: z.string(),
  createdAt: Instant,
  zone: Zone,
  schemaVersion: z.int(),
  sizeBytes: z.int(),
  readOnly: z.boolean(),
  /** Rows per table kind, decisions and facts. */
  counts: z.record(z.string(), z.int()),
  /** Whether any fact here is simulated. */
  hasSimulatedFacts: z.boolean(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

/** What the application remembers on this machine, outside any workspace. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether shortcuts of plain characters (`?`, `g t`) work; absent means they do (WCAG 2.1.4). */
  singleKeys: z.boolean().optional(),
  /** The zone that times are shown in: the plan's own, or this one. */
  displayZone: Zone.nullable(),
  /** When this user last looked at Today, per workspace id. */
  lastVisit: z.record(z.string(), Instant),
  /** Since when that look counted what is new: a look soon after it goes on counting from there. */
  newSince: z.record(z.string(), Instant).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const workspaceContract = {
  info: query(
    'Describes the open workspace.',
    ['workspace', 'journal', 'work-item', 'connection', 'sync-run'],
    Nothing,
    WorkspaceInfo,
  ),
  update: command(
    'Renames the workspace or changes its zone.',
    z.strictObject({ name: z.string().trim().min(1).max(120).optional(), zone: Zone.optional() }),
    Nothing,
  ),
  loadSample: command(
    'Fills the workspace with public release trains and simulated delivery around them.',
    Nothing,
    z.strictObject({ trains: z.int(), releases: z.int(), boarded: z.int(), facts: z.int() }),
  ),
  backup: readingAction(
    'Writes a complete copy of the workspace beside it; works beside an open Signalbox.',
    Nothing,
    z.strictObject({ file: z.string(), sizeBytes: z.int() }),
  ),
  settings: query('Reads what the application remembers on this machine.', ['settings'], Nothing, Settings),
  saveSettings: action('Changes what the application remembers on this machine.', Settings.partial(), Settings),
};
