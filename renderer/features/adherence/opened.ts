import type { AdherenceReport } from '../../../shared/contract/adherence.ts';
import type { ReleaseAdherence } from '../../../shared/model/adherence.ts';
import { slipWords } from './view-model.ts';

/** What stands open beside the pictures: one release, or the releases behind one mark of a picture. */
export type Opened =
  | { readonly what: 'release'; readonly release: ReleaseAdherence }
  | { readonly what: 'releases'; readonly title: string; readonly releases: readonly ReleaseAdherence[] };

/** Finds what the address names; null where the report has no such thing. */
export function openedOf(report: AdherenceReport, open: string | undefined): Opened | null {
  if (open === undefined) return null;
  const at = open.indexOf(':');
  const [kind, name] = [open.slice(0, at), open.slice(at + 1)];
  const { releases, byQuarter } = report.adherence;
  const ofKeys = (keys: readonly string[]) => releases.filter(({ key }) => keys.includes(key));
  if (kind === 'release') {
    const release = releases.find(({ key }) => key === name);
    return release === undefined ? null : { what: 'release', release };
  }
  if (kind === 'quarter') {
    const group = byQuarter.find(({ quarter }) => quarter === name);
    if (group === undefined) return null;
    const keys = [...group.measured, ...Object.values(group.apart).flat()];
    return { what: 'releases', title: name.replace('-', ' '), releases: ofKeys(keys) };
  }
  const slip = kind === 'slip' ? report.distribution.slips.find(({ days }) => String(days) === name) : undefined;
  if (slip === undefined) return null;
  const title = `Releases ${slipWords(slip.days, report.distribution.unit)}`;
  return { what: 'releases', title, releases: ofKeys(slip.keys) };
}
