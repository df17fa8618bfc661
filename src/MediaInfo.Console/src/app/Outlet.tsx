import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/Button.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SignIn } from '../screens/start/SignIn.tsx';
import { Link } from './Link.tsx';
import { hrefOf, usePlace } from './router.ts';
import { match, routes, type Route, type Screen } from './routes.ts';
import { useSession } from './session.ts';
import { useTitle } from './title.ts';

interface Loaded {
  readonly route: Route;
  readonly screen?: Screen;
  readonly error?: unknown;
}

/** The screen of the present place. */
export function Outlet() {
  const { path, query } = usePlace();
  const session = useSession();
  const [loaded, setLoaded] = useState<Loaded>();
  const found = routes.map((route) => ({ route, parts: match(route.pattern, path) })).find(({ parts }) => parts);
  const route = found?.route;

  useEffect(() => {
    if (!route) {
      return undefined;
    }
    let left = false;
    route.load().then(
      (module) => !left && setLoaded({ route, screen: module.default }),
      (error: unknown) => !left && setLoaded({ route, error }),
    );
    return () => {
      left = true;
    };
  }, [route]);

  useTitle(t(route?.title ?? 'shell.notFound'), found?.parts?.action ?? found?.parts?.name);

  if (!found?.parts || !route) {
    return (
      <>
        <h1>{t('shell.notFound')}</h1>
        <p>{t('shell.notFoundWhat', { path })}</p>
        <p><Link href={hrefOf('/')}>{t('shell.toStart')}</Link></p>
      </>
    );
  }
  if (route.needsKey && !session) {
    return <><h1>{t(route.title)}</h1><SignIn why={t('signIn.needed')} /></>;
  }
  if (loaded?.error !== undefined && loaded.route === route) {
    return (
      <Notice kind="bad" title={t('error.screen')}>
        <p>{t('error.screen.remedy')}</p>
        <p><Button onClick={() => window.location.reload()}>{t('error.reload')}</Button></p>
      </Notice>
    );
  }
  // Drawn anew for each session, so that nobody sees what another was answered.
  const Screen = loaded?.screen;
  return Screen && loaded.route === route ? <Screen key={session?.number} parts={found.parts} query={query} /> : <Loading />;
}
