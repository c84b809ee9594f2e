/** Milliseconds of processor time that this process has used: a measure of work that a busy machine leaves alone. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
