import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-context.ts';
import { useStore } from '../use-store.ts';
import styles from './update-banner.module.css';
import { reloadAsNewest } from './worker.ts';

/** Stands while this page is of another build than the server. */
export function UpdateBanner() {
  const { t } = useLingui();
  const isNewer = useStore(useApp().updates.isNewer);
  const [isReloading, setIsReloading] = useState(false);
  if (!isNewer) return null;
  const reload = () => {
    setIsReloading(true);
    void reloadAsNewest();
  };
  const button = <Button tone="primary" size="small" isPending={isReloading} onPress={reload}>{t`Reload`}</Button>;
  return (
    <aside className={styles.place} aria-label={t`Talka has been updated`}>
      <Banner action={button}>
        <Trans>Talka has been updated. What you did is kept.</Trans>
      </Banner>
    </aside>
  );
}
