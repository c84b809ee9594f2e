import { describe, expect, it } from 'vitest';
import { ChangeItem, Issue, Sprint, Status, Version } from '../../../../../electron/core/connectors/jira/schema.ts';
import { at } from '../../../../support/jira-pages.ts';

describe('electron/core/connectors/jira/schema', () => {
  it('reads ids that are numbers as texts', () => {
    expect(Sprint.parse({ id: 7, name: 'x' }).id).toBe('7');
    expect(Status.parse({ id: '10068', name: '已完成' }).id).toBe('10068');
  });

  it.each([{}, { id: '', name: 'x' }, { id: 1.5, name: 'x' }, { id: null, name: 'x' }, { id: 1 }])(
    'refuses %j',
    (row) => {
      expect(Sprint.safeParse(row).success).toBe(false);
    },
  );

  it('reads a day that is none as absent', () => {
    expect(Version.parse({ id: '1', name: '1.0', releaseDate: '2026-07-01' }).releaseDate).toBe(
      at('2026-07-01T00:00:00Z'),
    );
    expect(Version.parse({ id: '1', name: '1.0', releaseDate: 'soon' }).releaseDate).toBeNull();
    expect(Version.parse({ id: '1', name: '1.0', released: 'yes' }).released).toBe(false);
  });

  it.each([
    ['no status', { status: null }],
    ['a status without a name', { status: { id: '1' } }],
    ['no time of its last change', { updated: null }],
    ['a time that is none', { created: 'a while ago' }],
  ])('refuses an issue with %s', (_, fields) => {
    const good = {
      status: { name: 'Open' },
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-01T00:00:00.000+0000',
    };

    expect(Issue.safeParse({ id: '1', key: 'A-1', fields: good }).success).toBe(true);
    expect(Issue.safeParse({ id: '1', key: 'A-1', fields: { ...good, ...fields } }).success).toBe(false);
  });

  it('reads only what a change itself holds', () => {
    const hostile: unknown = JSON.parse('{"field":"status","to":"5","__proto__":{"toString":"Done","fromString":"x"}}');

    expect(ChangeItem.parse(hostile)).toEqual({
      field: 'status',
      fieldId: undefined,
      from: undefined,
      to: '5',
      fromText: undefined,
      toText: undefined,
    });
    expect(ChangeItem.parse({ toString: 'Done' })).toMatchObject({ toText: 'Done' });
  });
});
