import { t } from '../../i18n/t.ts';

export default function ExplorerScreen() {
  return <h1>{t('explorer.title')}</h1>;
}
