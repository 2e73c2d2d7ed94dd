const tokenInHash = /^#([\w-]+)$/;

/**
 * The one-use token of a link like /join#token. It stands behind the # so that no server, proxy or preview ever
 * sees it, and it is taken out of the address at once: not in the history, not on a projector.
 */
export function takeJoinToken(location: Location, history: History): string | null {
  const token = tokenInHash.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(history.state, '', location.pathname);
  return token;
}
