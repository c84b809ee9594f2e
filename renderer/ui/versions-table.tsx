import type { ReactNode } from 'react';
import type { Version } from '../../shared/model/service-version.ts';
import { FieldsTable } from './fields-table.tsx';

export interface VersionRow {
  readonly key: string;
  readonly service: ReactNode;
  /** Null where nobody said. */
  readonly version: Version | null;
}

/** What a version works with, in words: `api >=3.1, search ^2`. */
export function worksWithText({ worksWith }: Version, nameOf: (id: string) => string): string {
  return worksWith.map(({ serviceId, range }) => `${nameOf(serviceId)} ${range}`).join(', ');
}

/** Versions of services and what each works with, one a row. */
export function VersionsTable(props: {
  readonly label: string;
  readonly rows: readonly VersionRow[];
  readonly nameOf: (id: string) => string;
}) {
  const { label, rows, nameOf } = props;
  return (
    <FieldsTable aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Version</th>
          <th scope="col">Works with</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, service, version }) => (
          <tr key={key}>
            <th scope="row">{service}</th>
            <td>{version?.version ?? 'not said'}</td>
            <td>{version === null ? '' : worksWithText(version, nameOf)}</td>
          </tr>
        ))}
      </tbody>
    </FieldsTable>
  );
}
