import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { Outlet } from './Outlet.tsx';
import { TopBar } from './TopBar.tsx';
import { UploadBar } from './UploadBar.tsx';
import { usePlace } from './router.ts';
import { useSession } from './session.ts';

export function App() {
  useLanguage();
  const { path } = usePlace();
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // A reader of the screen hears where it is after a change of place or account.
  useEffect(() => {
    if (first.current) {
      first.current = false;
    } else {
      main.current?.focus({ preventScroll: true });
    }
  }, [path, session]);

  return (
    <>
      <a class="skip" href="#main">{t('shell.skip')}</a>
      <TopBar path={path} />
      <UploadBar />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
