import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Feed, type FeedPlan } from '../../shared/model/feed.ts';
import { instant } from '../../shared/model/time.ts';
import type { FeedStore } from '../core/host-services.ts';
import { isMissing, writeSecretFile } from './secret-folder.ts';

const KeptFeed = z.strictObject({ workspaceId: z.string(), feed: Feed });
type KeptFeed = z.infer<typeof KeptFeed>;

const Port = z.int().min(1).max(65_535);
const ENDING = '.feed';

/** Where the addresses of this user's feeds lie, below `userFolder()`. */
export function feedFolder(userFolder: string): string {
  return join(userFolder, 'feeds');
}

/** The feeds of this user, for a host that serves them. */
export interface FeedFiles extends FeedStore {
  /** The feed of a token, with the workspace that it is of; null where there is none, or not any more. */
  readonly find: (token: string) => Promise<KeptFeed | null>;
  /** The port at which feeds were served last; null where none were. */
  readonly lastPort: () => Promise<number | null>;
  /** Remembers a port while there are feeds: whoever subscribed finds them there again. */
  readonly keepPort: (port: number) => Promise<void>;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A file that somebody wrote something else into is no feed; nothing is served by it. */
function parsed(text: string): KeptFeed | null {
  try {
    const read = KeptFeed.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Keeps each feed in a file of its own (mode 0600, in a folder of mode 0700), outside any workspace, as secrets are kept. They are read
 * anew each time, so that one that was revoked elsewhere is gone at once.
 */
export function openFeedFiles(folder: string): FeedFiles {
  const portFile = join(folder, 'port');

  async function all(): Promise<readonly KeptFeed[]> {
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const files = names.filter((name) => name.endsWith(ENDING)).sort();
    const texts = await Promise.all(
      files.map((name) =>
        readFile(join(folder, name), 'utf8').catch((error: unknown) => {
          if (isMissing(error)) return '';
          throw error;
        }),
      ),
    );
    return texts.map(parsed).filter((kept) => kept !== null);
  }

  const fileOf = (id: string) => join(folder, `${id}${ENDING}`);
  return {
    list: async (workspaceId) => {
      const kept = await all();
      const own = kept.filter((one) => one.workspaceId === workspaceId).map(({ feed }) => feed);
      return own.toSorted((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
    },
    add: async (workspaceId, plan: FeedPlan) => {
      const [id, token] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64url')];
      const feed = Feed.parse({ ...plan, id, token, madeAt: instant(Date.now()) });
      await writeSecretFile(fileOf(id), JSON.stringify({ workspaceId, feed } satisfies KeptFeed));
      return feed;
    },
    remove: async (workspaceId, id) => {
      const found = (await all()).find((one) => one.workspaceId === workspaceId && one.feed.id === id);
      if (found !== undefined) await rm(fileOf(found.feed.id), { force: true });
    },
    find: async (token) => {
      const wanted = digest(token);
      let found: KeptFeed | null = null;
      // Every one is compared, found or not, so that time says nothing of where the first difference lies.
      for (const kept of await all()) if (timingSafeEqual(digest(kept.feed.token), wanted)) found = kept;
      return found;
    },
    lastPort: async () => {
      const text = await readFile(portFile, 'utf8').catch(() => '');
      const port = Port.safeParse(Number(text));
      return port.success && (await all()).length > 0 ? port.data : null;
    },
    keepPort: async (port) => {
      if ((await all()).length > 0) await writeSecretFile(portFile, String(port));
    },
  };
}
