/** The trains chosen once one of them is ticked or unticked, in the order of all; undefined stands for all, and for none. */
export function toggleTrain(
  all: readonly string[],
  chosen: readonly string[] | undefined,
  id: string,
): readonly string[] | undefined {
  const before = new Set(chosen ?? all);
  if (before.has(id)) before.delete(id);
  else before.add(id);
  const after = all.filter((train) => before.has(train));
  return after.length === all.length || after.length === 0 ? undefined : after;
}
