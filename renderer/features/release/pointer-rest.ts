/** A place on the screen, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hand that rests moves a pointer by less than this, in CSS pixels. */
const TREMBLE = 6;

/** Whether a pointer went away from where it rested, rather than trembled. */
export function hasLeft(rest: Point, now: Point): boolean {
  return Math.hypot(now.x - rest.x, now.y - rest.y) > TREMBLE;
}

/** Where a button was pressed by a pointer; null where a key pressed it. */
export function pressedAt(press: { readonly detail: number; readonly clientX: number; readonly clientY: number }) {
  return press.detail === 0 ? null : { x: press.clientX, y: press.clientY };
}
