/**
 * Remembers the answers of a pure function of one text. Flags and targets change a few times a day and are
 * read with every scoreboard. Forgets everything when full, so its memory is bounded.
 */
export function remember<T>(most: number, compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      answer = compute(text);
      known.set(text, answer);
    }
    return answer;
  };
}
