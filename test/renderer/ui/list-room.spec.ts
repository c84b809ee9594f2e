import { expect, test } from 'vitest';
import { listRoom } from '../../../renderer/ui/list-room.ts';

test('a list opens below its field while it fits above the button there', () => {
  expect(listRoom({ top: 300, bottom: 340 }, 600, 260)).toEqual({ placement: 'bottom', height: 260 });
});

test('a list that would cover the button opens above its field, as high as the room there', () => {
  expect(listRoom({ top: 300, bottom: 340 }, 600, 261)).toEqual({ placement: 'top', height: 300 });
});

test('a list that fits on neither side takes the larger one and is cut to it', () => {
  expect(listRoom({ top: 200, bottom: 240 }, 600, 900)).toEqual({ placement: 'bottom', height: 360 });
});
