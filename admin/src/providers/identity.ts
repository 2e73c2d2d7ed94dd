/**
 * Decisions want a proof, not older than some minutes, that it is still the same person. The server refuses without
 * one; here the refusal is turned into a question, and once it is answered the same request is sent again. Every
 * screen gets this by sending its mutations through `client.ts` or the data provider.
 */
import { HttpError } from 'react-admin';

/** Asks the person on screen; false when they would rather not. */
type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** Installs the one dialog that asks; returns what takes it away again. */
export function askIdentityWith(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

const wantsProof = (error: unknown): boolean =>
  (error as { body?: { key?: string } }).body?.key === 'CONFIRM_IDENTITY';

/** Nothing was done, and nothing went wrong: the person stepped back. */
function notConfirmed(): HttpError {
  const message = 'app.confirmIdentity.notDone';
  return new HttpError(message, 403, { errors: { root: { serverError: message } } });
}

/** `send` refuses with an HttpError whose body names the server's key. */
export async function onceConfirmed<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (!asker || !wantsProof(error)) throw error;
    // Two requests that are refused together are one question.
    asking ??= asker().finally(() => {
      asking = undefined;
    });
    if (!(await asking)) throw notConfirmed();
    return send();
  }
}
