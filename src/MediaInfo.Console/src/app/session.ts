import { ApiError } from '../api/ApiError.ts';
import type { Key } from '../api/Key.ts';
import { getAccount, type AccountInfo } from '../api/account.ts';
import { createStore, useStore } from './store.ts';

/** Who is signed in. It is held in this module's memory only: closing or reloading the page forgets it. */
export interface Session {
  readonly key: Key;

  /** Tells it from those before it. */
  readonly number: number;

  /** What the service says of the account; undefined if the key may not ask. */
  readonly account: AccountInfo | undefined;
}

let count = 0;
const session = createStore<Session | undefined>(undefined);

export const useSession = (): Session | undefined => useStore(session);

export const currentSession = (): Session | undefined => session.get();

/** Calls the listener after each change of who is signed in. */
export const followSession = (listener: () => void): (() => void) => session.follow(listener);

export function signOut(): void {
  session.set(undefined);
}

/** Signs in, if the service accepts the key's signature; otherwise throws the service's answer. */
export async function signIn(key: Key): Promise<void> {
  let account: AccountInfo | undefined;
  try {
    account = await getAccount(key);
  } catch (error) {
    // Only a signature that was accepted leads to a question of permission.
    if (!(error instanceof ApiError && error.isForbidden)) {
      throw error;
    }
  }
  count += 1;
  session.set({ key, account, number: count });
}
