import { useEffect, useState } from 'preact/hooks';
import { useWords } from './useWords.ts';
import { ago, moment } from './units.ts';

/** How long ago a moment was, in words; the moment itself as its title. It goes on while the page is open. */
export function Ago({ time }: { readonly time: string }) {
  const { locale } = useWords();
  const [now, setNow] = useState(Date.now);
  const young = now - Date.parse(time) < 120_000;
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), young ? 5_000 : 60_000);
    return () => window.clearInterval(timer);
  }, [young]);
  return <time dateTime={time} title={moment(time, locale)}>{ago(time, now, locale)}</time>;
}
