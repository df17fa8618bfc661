import { t } from '../../i18n/t.ts';

export default function CompareScreen() {
  return <h1>{t('compare.title')}</h1>;
}
