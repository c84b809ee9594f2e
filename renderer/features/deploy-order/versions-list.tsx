import type { ServiceId } from '../../../shared/model/ids.ts';
import type { Skew } from '../../../shared/model/skew.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatInstant } from '../../lib/format.ts';
import { FieldsTable } from '../../ui/fields-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { lanesOf, type VersionBar } from './lanes.ts';
import { ReleaseLink } from './release-link.tsx';

const HEAD = ['Service', 'Version', 'Brought by', 'Runs from', 'Until'];

const nowBy = {
  departed: 'a departed release',
  planned: 'a release before these days',
  people: 'by people’s word',
} as const;

/** The picture as a table: each version of each service, when it comes and when the next one comes. */
export function VersionsList({ skew, zone }: { skew: Skew; zone: Zone }) {
  const lanes = lanesOf(skew);
  const sources = new Map(skew.services.map((one) => [one.serviceId, one.nowBy]));
  const sourceOf = (id: ServiceId, { from }: VersionBar) => {
    const source = from === skew.from ? (sources.get(id) ?? null) : null;
    return source === null ? '' : nowBy[source];
  };
  return (
    <Panel title="Versions" flush>
      <FieldsTable>
        <thead>
          <tr>
            {HEAD.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.flatMap(({ serviceId, name, bars }) =>
            bars
              .filter((bar) => bar.until > bar.from)
              .map((bar) => (
                <tr key={bar.key}>
                  <th scope="row">{name}</th>
                  <td>{bar.version ?? 'not known'}</td>
                  <td>
                    {bar.releaseId === null ? sourceOf(serviceId, bar) : <ReleaseLink skew={skew} id={bar.releaseId} />}
                  </td>
                  <td>{bar.from === skew.from ? 'before' : formatInstant(bar.from, zone)}</td>
                  <td>{bar.until === skew.until ? '' : formatInstant(bar.until, zone)}</td>
                </tr>
              )),
          )}
        </tbody>
      </FieldsTable>
    </Panel>
  );
}
