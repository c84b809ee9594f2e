/** Puts the focus into the first field of a form that says it is wrong, else onto what says so, once it is drawn. */
export function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    const told = field ?? form.querySelector<HTMLElement>('[role="alert"]');
    if (told === null) return;
    if (field === null) told.tabIndex = -1;
    told.focus();
    told.scrollIntoView({ block: 'center' });
  });
}
