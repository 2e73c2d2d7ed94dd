import type { AuthProvider } from 'react-admin';
import { canAccess } from './abilities';
import { signInMutation, signOutMutation } from './accessDocuments';
import { mutate } from './client';
import { forgetMe, getMe, rememberMe } from './me';
import type { Me } from './types';

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    const answer = await mutate<{ signIn: Me }>(signInMutation, { login: username.trim(), password });
    rememberMe(answer.signIn);
    return answer.signIn;
  },

  /** Halfway in (a code is still to be given) nobody has to go out: the sign-in page goes on where it stood. */
  async logout() {
    const wasSignedIn = await getMe().then(
      (me) => me.state === 'SIGNED_IN',
      () => false,
    );
    if (wasSignedIn) await mutate(signOutMutation).catch(() => undefined);
    forgetMe();
  },

  async checkAuth() {
    const me = await getMe();
    if (me.state !== 'SIGNED_IN')
      throw Object.assign(new Error('ra.auth.auth_check_error'), { message: false });
  },

  /** Only a lost session sends people back to the sign-in page; "not allowed" is told where it happened. */
  async checkError(error: { status?: number }) {
    if (error.status !== 401) return;
    forgetMe();
    throw new Error('ra.notification.logged_out');
  },

  async getIdentity() {
    const me = await getMe();
    return { id: me.person?.id ?? me.login ?? '', fullName: me.person?.fullName ?? me.login ?? '' };
  },

  async getPermissions() {
    return (await getMe()).abilities;
  },

  async canAccess({ resource, action }) {
    return canAccess(await getMe(), resource, action);
  },
};
