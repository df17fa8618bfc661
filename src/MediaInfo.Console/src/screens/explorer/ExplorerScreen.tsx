import { useEffect, useState } from 'preact/hooks';
import type { ScreenProps } from '../../app/routes.ts';
import { useLanguage } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import '../../styles/explorer.css';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ActionList } from './ActionList.tsx';
import { ActionPage } from './ActionPage.tsx';
import type { Dialect } from './model/Action.ts';
import { loadDialects } from './model/describe.ts';

/** Every action of the service: a list, and the page of one. */
export default function ExplorerScreen({ parts, query }: ScreenProps) {
  const [dialects, setDialects] = useState<readonly Dialect[]>();
  const [error, setError] = useState<unknown>();
  const language = useLanguage();
  useEffect(() => {
    // The texts of a language that was left may come late.
    let left = false;
    setError(undefined);
    loadDialects(language).then((loaded) => !left && setDialects(loaded), (failure: unknown) => !left && setError(failure));
    return () => {
      left = true;
    };
  }, [language]);

  if (error !== undefined) {
    return <><h1>{t('explorer.title')}</h1><ErrorNotice error={error} /></>;
  }
  if (!dialects) {
    return <Loading />;
  }
  const action = dialects
    .find((dialect) => dialect.name === parts.dialect)?.actions
    .find(({ name }) => name.toLowerCase() === parts.action?.toLowerCase());
  return (
    <div class={action ? 'explorer has-action' : 'explorer'}>
      <ActionList dialects={dialects} chosen={action} open={parts.dialect} />
      <div class="explorer-page">
        {action ? <ActionPage key={action.id} action={action} query={query} /> : <Welcome parts={parts} />}
      </div>
    </div>
  );
}

function Welcome({ parts }: Pick<ScreenProps, 'parts'>) {
  return (
    <>
      <h1>{t('explorer.title')}</h1>
      {parts.action === undefined
        ? <Empty title={t('explorer.choose')}><p>{t('explorer.chooseWhat')}</p></Empty>
        : <Empty title={t('explorer.unknown')}><p>{t('explorer.unknownWhat', { name: parts.action })}</p></Empty>}
    </>
  );
}
