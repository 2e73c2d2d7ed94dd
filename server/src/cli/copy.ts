// COPY over a connection of `pg`, which knows the protocol but leaves the streams to its caller: rows go through
// in blocks, and neither side reads faster than the other writes, so memory is bounded whatever the size.
import { once } from 'node:events';
import { Readable, type Duplex } from 'node:stream';
import type pg from 'pg';

// The part of pg's connection that its types leave out.
interface CopyConnection {
  stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

interface CopyQuery {
  submit(connection: CopyConnection): void;
  handleError(error: Error): void;
  handleCommandComplete(message: { text: string }): void;
  handleReadyForQuery(): void;
}

const blockBytes = 64 * 1024;

/**
 * Makes text mean the same on every machine, and has row-level security refuse rather than hide rows: a backup
 * under a role that it binds would be empty without saying so.
 */
export const COPY_SETTINGS = `
  set local row_security = off;
  set local client_encoding = 'UTF8';
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 3;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

class CopyOut extends Readable implements CopyQuery {
  /** Known when the stream has ended. */
  rows = 0;
  #connection: CopyConnection | undefined;
  #gathered: Buffer[] = [];
  #bytes = 0;

  constructor(private readonly text: string) {
    super();
  }

  submit(connection: CopyConnection): void {
    this.#connection = connection;
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // A copy: the parser of the protocol uses its memory again.
    this.#gathered.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= blockBytes) this.#flush();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = rowsOf(text);
    this.#flush();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#connection?.stream.resume();
    done(error);
  }

  #flush(): void {
    if (this.#bytes === 0 || this.destroyed) return;
    const block = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#bytes = 0;
    if (!this.push(block)) this.#connection?.stream.pause();
  }
}

/** Runs `copy … to stdout`; gives its bytes, and returns the number of rows. */
export async function* copyOut(client: pg.ClientBase, text: string): AsyncGenerator<Buffer, number> {
  const out = client.query(new CopyOut(text) as unknown as pg.Submittable) as unknown as CopyOut;
  for await (const block of out) yield block as Buffer;
  return out.rows;
}

/** Runs `copy … from stdin` with these bytes; gives the number of rows. */
export function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let refused = false;
    let broken: unknown;
    const send = async (connection: CopyConnection) => {
      try {
        for await (const block of source) {
          if (refused) return;
          connection.sendCopyFromChunk(block);
          if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
        }
        connection.endCopyFrom();
      } catch (error) {
        broken = error;
        connection.sendCopyFail('the source broke off');
      }
    };
    const query: CopyQuery & { handleCopyInResponse(connection: CopyConnection): void } = {
      submit: (connection) => connection.query(text),
      handleCopyInResponse: (connection) => void send(connection),
      handleCommandComplete: (message) => (rows = rowsOf(message.text)),
      handleReadyForQuery: () => resolve(rows),
      handleError(error) {
        refused = true;
        reject((broken as Error | undefined) ?? error);
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}

/** 'COPY 42' → 42. */
const rowsOf = (tag: string) => Number(tag.split(' ')[1] ?? 0);
