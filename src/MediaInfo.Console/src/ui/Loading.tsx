import { t } from '../i18n/t.ts';

export const Loading = () => <p class="loading" role="status">{t('shell.loading')}</p>;
