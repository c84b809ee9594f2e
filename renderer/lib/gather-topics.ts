import type { TopicName } from '../../shared/model/change-event.ts';

/** Gathers moved topics: the first goes out at once, those that follow soon after go out together. */
export function gatherTopics(flush: (topics: ReadonlySet<TopicName>) => void, later: (act: () => void) => void) {
  let gathered = new Set<TopicName>();
  let resting = false;

  function send(): void {
    if (gathered.size === 0) {
      resting = false;
      return;
    }
    const topics = gathered;
    gathered = new Set();
    resting = true;
    flush(topics);
    later(send);
  }

  return (topics: readonly TopicName[]): void => {
    for (const topic of topics) gathered.add(topic);
    if (!resting) send();
  };
}
