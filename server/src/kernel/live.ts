// News for open screens. publish() rides the transaction as a PostgreSQL NOTIFY, so every server process
// hears of it after the commit and none before; each passes it on to its own subscribers.
import { setMaxListeners } from 'node:events';
import { createPubSub } from '@graphql-yoga/subscription';
import type { Context } from './context.js';
import { communeOf } from './identity.js';

export const liveChannel = 'tungnha_live';

export interface News {
  topic: string;
  communeId: number;
  at: string;
  data: Record<string, unknown>;
}

export type LivePubSub = ReturnType<typeof createLivePubSub>;

export function createLivePubSub() {
  const eventTarget = new EventTarget();
  // Every open screen listens; Node would take the eleventh for a leak.
  setMaxListeners(0, eventTarget);
  return createPubSub<{ [topic: string]: [news: News] }>({ eventTarget });
}

/** The name under which one commune's news of a topic travels. */
export function liveTopic(topic: string, communeId: number): string {
  return `${topic}-${communeId}`;
}

/** Tells open screens of the caller's commune; ids only. Shown at once when the transaction commits. */
export async function publish(ctx: Context, topic: string, data: Record<string, unknown>): Promise<void> {
  const news: News = { topic, communeId: communeOf(ctx.identity), at: ctx.now.toISOString(), data };
  await ctx.db.query('select pg_notify($1, $2)', [liveChannel, JSON.stringify(news)]);
}

/** Hands a notification from PostgreSQL to this process's subscribers. */
export function relayNews(pubSub: LivePubSub, payload: string): void {
  const news = JSON.parse(payload) as News;
  pubSub.publish(liveTopic(news.topic, news.communeId), news);
}
