import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSyncState } from './board-context.ts';
import styles from './sync-sign.module.css';

/** How this page stands with the server, in a word: said only where there is something to know. */
export function SyncSign() {
  const { t } = useLingui();
  const { is, waiting } = useSyncState();
  const title = is === 'offline' ? t`Your changes are kept on this page and sent when the server is back.` : undefined;
  return (
    <span className={styles.sign} data-is={is} title={title}>
      <i className={styles.dot} aria-hidden />
      <span role="status" className={styles.word}>
        {is === 'live' && <Trans>Live</Trans>}
        {is === 'saving' && <Trans>Saving…</Trans>}
        {is === 'offline' && waiting === 0 && <Trans>Offline</Trans>}
        {is === 'offline' && waiting > 0 && (
          <Plural value={waiting} one="Offline, # change waiting" other="Offline, # changes waiting" />
        )}
      </span>
    </span>
  );
}
