import { useEffect, useRef, useState } from 'preact/hooks';
import { currentPlace, hrefOf, navigate } from '../../app/router.ts';
import { currentSession, useSession } from '../../app/session.ts';
import type { Action } from './model/Action.ts';
import { knownValues } from './model/known.ts';
import { queryOf, valuesOf, withoutKnown, type Values } from './model/values.ts';

// A browser refuses to change the address more than a few times a second.
const addressPause = 300;

export interface Form {
  readonly values: Values;
  readonly change: (values: Values) => void;
  /** Writes what was typed last into the address, which otherwise happens a moment later. */
  readonly settle: () => void;
}

interface Typed {
  readonly values: Values;
  /** The address over which it was typed. Another one, such as that of the back button, counts more. */
  readonly over: URLSearchParams;
}

/** What the form of an action holds. It lives in the address, so that it can be sent to somebody and the back button returns to it. */
export function useForm(action: Action, query: URLSearchParams): Form {
  const session = useSession();
  const known = knownValues(action, session?.account);
  const [typed, setTyped] = useState<Typed>();
  const pending = typed?.over === query ? typed.values : undefined;
  const values = pending ?? valuesOf(action, query, known);

  const write = (changed: Values): void =>
    navigate(hrefOf(`/explorer/${action.dialect}/${action.name}`, queryOf(action, changed)), { replace: true, keepScroll: true });
  const settle = (): void => {
    if (typed?.over === currentPlace().query) {
      write(typed.values);
    }
  };
  useEffect(() => {
    const timer = window.setTimeout(settle, addressPause);
    return () => window.clearTimeout(timer);
  }, [typed]);

  // What was filled in for an account leaves with it.
  const isWritten = pending !== undefined || query.toString() !== '';
  const latest = useRef<Values | undefined>(undefined);
  latest.current = isWritten ? values : undefined;
  useEffect(() => () => {
    if (latest.current && currentSession() !== session) {
      write(withoutKnown(action, latest.current, known));
    }
  }, [session]);

  return { values, change: (changed) => setTyped({ values: changed, over: query }), settle };
}
