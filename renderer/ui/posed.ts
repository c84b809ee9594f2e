/** Set on the page while a picture of it is taken. */
export const POSED = 'data-posed';

/** Styles of what is no part of a picture of the page: tools, and what follows the pointer. */
export const notInPicture = { [`main[${POSED}] &`]: { display: 'none' } } as const;
