/** A subscriber at /graphql/stream: what a browser's open dashboard is. */

export interface Subscriber {
  status: number;
  contentType: string;
  /** The `data` of every "next" event so far. */
  heard: Record<string, unknown>[];
  /** Whether the server has ended it. */
  readonly ended: boolean;
  leave(): void;
}

export async function subscribe(url: string, cookie: string, query: string): Promise<Subscriber> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  const heard: Record<string, unknown>[] = [];
  let ended = false;
  void listen(response.body!, heard)
    .catch(() => undefined)
    .finally(() => (ended = true));
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    heard,
    get ended() {
      return ended;
    },
    leave: () => leaving.abort(),
  };
}

async function listen(body: ReadableStream<Uint8Array>, heard: Record<string, unknown>[]): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      const data = /^event: next\ndata: (.*)$/m.exec(event)?.[1];
      if (data) heard.push((JSON.parse(data) as { data: Record<string, unknown> }).data);
    }
  }
}
