/** Waits for a condition, with a bound: tests never sleep for a guess. */

interface Patience {
  /** What is waited for, for the message of a test that waited in vain. */
  what: string;
  seconds?: number;
}

const betweenLooksMs = 40;

/** Reads until it holds; gives what was read. Throws after the bound, showing what was read last. */
export async function until<T>(
  { what, seconds = 15 }: Patience,
  read: () => T | Promise<T>,
  holds: (value: T) => boolean = Boolean,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > end)
      throw new Error(`Waited ${seconds} s in vain: ${what}; last seen ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  }
}
