import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { createStore, useStore } from './store.ts';

const subject = createStore<string | undefined>(undefined);

/** Names what a screen shows, such as its file, in the title of the window: several are told apart by it. */
export function useSubject(name: string | undefined): void {
  useEffect(() => {
    subject.set(name);
    return () => subject.set(undefined);
  }, [name]);
}

/** Gives the window the title of an area, after what is shown of it. */
export function useTitle(area: string, part: string | undefined): void {
  const name = useStore(subject) ?? part;
  const title = [...(name === undefined ? [] : [name]), area, t('shell.title')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
