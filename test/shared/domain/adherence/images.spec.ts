import { describe, expect, it } from 'vitest';
import {
  imageReader,
  MilestoneImage,
  ReleaseImage,
  ScopeItemImage,
} from '../../../../shared/domain/adherence/images.ts';
import { cutOffRow, itemRow, releaseRow } from '../../../support/plan-journal.ts';
import { aDay } from '../../../support/times.ts';

const WHERE = { seq: 7, kind: 'release', id: 'r' } as const;

describe('shared/domain/adherence/images', () => {
  it.each([
    ['release', ReleaseImage, releaseRow('r', { day: '2026-03-10' })],
    ['milestone', MilestoneImage, cutOffRow('m', 'r', '2026-03-01T00:00Z')],
    ['scope item', ScopeItemImage, itemRow('i', 'r', 'late')],
  ] as const)('reads what it needs of a %s', (_kind, schema, [, , image]) => {
    const reader = imageReader();

    const read = reader.read<object>(schema, image, WHERE);

    expect(image).toMatchObject(read ?? {});
    expect(Object.keys(read ?? {})).toEqual(Object.keys(schema.shape));
    expect(reader.unreadable).toEqual([]);
  });

  it('reads an image that has more columns than are known today', () => {
    const [, , image] = releaseRow('r', { day: '2026-03-10' });

    const read = imageReader().read(ReleaseImage, { ...image, invented: 1 }, WHERE);

    expect(read?.day).toBe(aDay('2026-03-10'));
  });

  it('says null for no row', () => {
    expect(imageReader().read(ReleaseImage, null, WHERE)).toBeNull();
  });

  it('lists an entry whose images cannot be read once, and goes on', () => {
    const reader = imageReader();

    const first = reader.read(ReleaseImage, { day: 'soon' }, WHERE);
    reader.read(ReleaseImage, { day: 'later' }, WHERE);
    reader.read(ReleaseImage, {}, { ...WHERE, seq: 8 });

    expect(first).toBeUndefined();
    expect(reader.unreadable).toEqual([
      { seq: 7, kind: 'release', id: 'r' },
      { seq: 8, kind: 'release', id: 'r' },
    ]);
  });
});
