import { t } from '../../i18n/t.ts';

export default function FileScreen() {
  return <h1>{t('file.title')}</h1>;
}
