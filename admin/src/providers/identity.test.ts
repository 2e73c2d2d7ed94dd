import { afterEach, describe, expect, test } from '@jest/globals';
import { askIdentityWith, onceConfirmed } from './identity';

const wantsProof = () => Object.assign(new Error('refused'), { body: { key: 'CONFIRM_IDENTITY' } });

/** A server that does as it is told once the proof was given. */
function guarded(proof: { given: boolean }) {
  const tries: boolean[] = [];
  const send = () => {
    tries.push(proof.given);
    return proof.given ? Promise.resolve('done') : Promise.reject(wantsProof());
  };
  return { tries, send };
}

describe('a decision that wants a proof of who is asking', () => {
  let remove = () => {};
  afterEach(() => remove());

  test('is not done when the person steps back, and says so in words of its own', async () => {
    const { tries, send } = guarded({ given: false });
    remove = askIdentityWith(() => Promise.resolve(false));
    await expect(onceConfirmed(send)).rejects.toMatchObject({ message: 'app.confirmIdentity.notDone' });
    expect(tries).toEqual([false]);
  });

  test('is refused as before where nobody can be asked', async () => {
    await expect(onceConfirmed(guarded({ given: false }).send)).rejects.toThrow('refused');
  });

  test('asks nothing about another refusal', async () => {
    let asked = 0;
    remove = askIdentityWith(() => Promise.resolve(Boolean(++asked)));
    await expect(onceConfirmed(() => Promise.reject(new Error('no such thing')))).rejects.toThrow(
      'no such thing',
    );
    expect(asked).toBe(0);
  });

  test('is sent again after the proof, and its answer flows on', async () => {
    const proof = { given: false };
    const { tries, send } = guarded(proof);
    remove = askIdentityWith(() => Promise.resolve((proof.given = true)));
    await expect(onceConfirmed(send)).resolves.toBe('done');
    expect(tries).toEqual([false, true]);
  });

  test('refused once more is not asked about for ever', async () => {
    const { tries, send } = guarded({ given: false });
    remove = askIdentityWith(() => Promise.resolve(true));
    await expect(onceConfirmed(send)).rejects.toThrow('refused');
    expect(tries).toHaveLength(2);
  });

  test('asks one question for two requests that are refused together', async () => {
    const proof = { given: false };
    let asked = 0;
    remove = askIdentityWith(async () => {
      asked += 1;
      await Promise.resolve();
      proof.given = true;
      return true;
    });
    const { send } = guarded(proof);
    await expect(Promise.all([onceConfirmed(send), onceConfirmed(send)])).resolves.toEqual(['done', 'done']);
    expect(asked).toBe(1);
  });
});
