import type { AuthProvider } from 'react-admin';
import { canAccess } from './abilities';
import { mutate } from './client';
import { signInMutation, signOutMutation } from './documents';
import { forgetMe, getMe, rememberMe } from './me';
import type { Me } from './types';

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    const answer = await mutate<{ signIn: Me }>(signInMutation, { login: username.trim(), password });
    rememberMe(answer.signIn);
  },

  async logout() {
    const wasSignedIn = await getMe().then(
      (me) => me.person !== null || me.login !== null,
      () => false,
    );
    forgetMe();
    if (wasSignedIn) await mutate(signOutMutation).catch(() => undefined);
  },

  async checkAuth() {
    const me = await getMe();
    if (!me.login && !me.person)
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
