import { useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Link } from './Link.tsx';
import { Preferences } from './Preferences.tsx';
import { hrefOf } from './router.ts';
import { signOut, useSession } from './session.ts';

const areas = [
  { path: '/explorer', name: 'nav.explorer' },
  { path: '/jobs', name: 'nav.jobs' },
  { path: '/file', name: 'nav.file' },
  { path: '/compare', name: 'nav.compare' },
  { path: '/queues', name: 'nav.queues' },
] as const;

export function TopBar({ path }: { readonly path: string }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  return (
    <header class="top">
      <Link class="brand" href={hrefOf('/')} onClick={() => setOpen(false)} aria-current={path === '/' ? 'page' : undefined}>
        <img src="/console/icon.svg" alt="" width="24" height="24" />
        <span>{t('shell.title')}</span>
      </Link>
      <button type="button" class="menu" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
        {t('shell.menu')}
      </button>
      <div id="menu" class={open ? 'open' : ''}>
        <nav aria-label={t('shell.areas')}>
          <ul>
            {areas.map((area) => (
              <li key={area.path}>
                <Link
                  href={hrefOf(area.path)}
                  aria-current={path === area.path || path.startsWith(`${area.path}/`) ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                >
                  {t(area.name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="right">
          <Preferences />
          {session && (
            <span class="who">
              <span class="key" title={session.account?.Account}>{session.key.id}</span>
              <button type="button" class="plain" onClick={signOut}>{t('signIn.out')}</button>
            </span>
          )}
        </div>
      </div>
    </header>
  );
}
