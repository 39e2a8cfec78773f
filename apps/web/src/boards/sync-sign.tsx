import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useStore } from '../app/use-store.ts';
import { showToast } from '../ui/toast-queue.ts';
import { useWasEver } from '../ui/use-was-ever.ts';
import { useBoardSession, useSyncState } from './board-context.ts';
import styles from './sync-sign.module.css';
import { UnsentDialog } from './unsent-dialog.tsx';

/** How this browser stands with the server, in a word; and what could not be saved. */
export function SyncSign() {
  const { t } = useLingui();
  const { is, waiting } = useSyncState();
  const isKept = useStore(useBoardSession().local.health) === 'kept';
  const isAtRisk = !isKept && is === 'offline' && waiting > 0;
  useEffect(() => {
    if (isAtRisk)
      showToast(t`This browser can't keep changes that aren't sent yet. Leave the page open while offline.`);
  }, [isAtRisk, t]);
  const kept = isKept
    ? t`Your changes are kept in this browser and sent when the server is back.`
    : t`Your changes can't be kept in this browser. Leave this page open until they are sent.`;
  return (
    <span className={styles.sign} data-is={is} {...(is === 'offline' && { title: kept })}>
      <i className={styles.dot} aria-hidden />
      <span role="status" className={styles.word}>
        {is === 'live' && <Trans>Live</Trans>}
        {is === 'saving' && <Plural value={waiting} one="Saving # change" other="Saving # changes" />}
        {is === 'offline' && waiting === 0 && <Trans>Offline</Trans>}
        {is === 'offline' && waiting > 0 && (
          <Plural value={waiting} one="Offline, # change waiting" other="Offline, # changes waiting" />
        )}
      </span>
      {isAtRisk && (
        <span className={styles.unkept}>
          <Trans>Leave this page open</Trans>
        </span>
      )}
      <Unsent />
    </span>
  );
}

function Unsent() {
  const edits = useStore(useBoardSession().lost.edits);
  const [isOpen, setIsOpen] = useState(false);
  const wasThere = useWasEver(edits.length > 0);
  if (!wasThere) return null;
  return (
    <>
      {edits.length > 0 && (
        <button type="button" className={styles.unsent} onClick={() => setIsOpen(true)}>
          <Plural value={edits.length} one="# could not be saved" other="# could not be saved" />
        </button>
      )}
      <UnsentDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
