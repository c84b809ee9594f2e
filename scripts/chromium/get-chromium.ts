/** What the search for a Chromium takes from the machine; tests give their own. */
export interface Machine {
  /** The value of `$CHROMIUM`. */
  readonly named: string | undefined;
  /** Where a Chromium or Chrome may be, best first. */
  readonly places: readonly string[];
  readonly canRun: (file: string) => boolean;
  readonly isDebian: boolean;
  /** The words before `apt-get` that give it the rights it needs; null where it cannot have them without asking. */
  readonly aptPrefix: () => readonly string[] | null;
  /** How Playwright's own installer is started. */
  readonly playwright: readonly string[];
  /** Runs a command and says whether it ended well. */
  readonly run: (words: readonly string[]) => boolean;
}

const APT_PACKAGES = ['chromium', 'fonts-liberation'];

/** The Chromium of a machine: the named one, else the first of the places; null for none. */
export function findOn(machine: Machine): string | null {
  const { named, places, canRun } = machine;
  if (!named) return places.find((place) => place !== '' && canRun(place)) ?? null;
  if (canRun(named)) return named;
  throw new Error(`CHROMIUM names ${named}, which cannot be run. Correct it or unset it.`);
}

function install(machine: Machine): void {
  const prefix = machine.isDebian ? machine.aptPrefix() : null;
  if (prefix === null) {
    machine.run([...machine.playwright, 'install', 'chromium']);
    return;
  }
  const get = ['apt-get', 'install', '-y', '--no-install-recommends', ...APT_PACKAGES];
  if (machine.run([...prefix, 'apt-get', 'update'])) machine.run([...prefix, ...get]);
}

function commandToRun(machine: Machine): string {
  if (!machine.isDebian) return 'npx playwright install chromium';
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${APT_PACKAGES.join(' ')}`;
}

/** The Chromium of a machine, installed first where there is none; throws with the one command to run otherwise. */
export function findOrGetOn(machine: Machine): string {
  const found = findOn(machine);
  if (found) return found;
  install(machine);
  const got = findOn(machine);
  if (got) return got;
  throw new Error(`Chromium could not be had. Run this once, then try again:\n  ${commandToRun(machine)}`);
}
