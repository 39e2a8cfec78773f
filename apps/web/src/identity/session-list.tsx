import { Trans, useLingui } from '@lingui/react/macro';
import { Monitor, Smartphone } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { exactTime, timeAgo } from '../app/dates.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { endOtherSessions, endSession, listSessions, type SessionRow } from './identity-api.ts';
import styles from './me-page.module.css';

const GREEN = 155;

/** Where the person is signed in, and the way to end it there. */
export function SessionList() {
  const { t } = useLingui();
  const { api } = useApp();
  const { rows, problem, change } = useSessions();
  const others = rows?.filter((row) => !row.current) ?? [];
  const endOthers = () =>
    change(
      (row) => row.current,
      () => endOtherSessions(api),
    );
  return (
    <section className={styles.card} aria-label={t`Where you are signed in`}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>
          <Trans>Where you are signed in</Trans>
        </h2>
        {others.length > 1 && (
          <Button size="small" onPress={endOthers}>
            <Trans>Sign out everywhere else</Trans>
          </Button>
        )}
      </div>
      {problem !== null && <Banner tone="bad">{problemSentence(problem)}</Banner>}
      <ul className={styles.sessions}>
        {rows === null && problem === null && <Skeleton height={44} />}
        {rows?.map((row) => (
          <Row
            key={row.id}
            row={row}
            onEnd={() =>
              change(
                (each) => each.id !== row.id,
                () => endSession(api, row.id),
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, onEnd }: { readonly row: SessionRow; readonly onEnd: () => void }) {
  const { t } = useLingui();
  const locale = useLocale();
  const now = useNow();
  const isPhone = /iphone|android|mobile/i.test(row.browser ?? '');
  return (
    <li className={styles.session}>
      <span className={styles.device}>
        <Icon shape={isPhone ? Smartphone : Monitor} size={17} />
      </span>
      <div className={styles.sessionText}>
        <p className={styles.browser}>
          <bdi>{row.browser ?? t`Unknown browser`}</bdi>
        </p>
        <p className={styles.when} title={exactTime(row.lastSeenAt, locale)}>
          {row.address && <bdi>{row.address}</bdi>}
          {row.address && ' · '}
          {timeAgo(row.lastSeenAt, now, locale)}
        </p>
      </div>
      {row.current ? (
        <StatusChip hue={GREEN}>
          <Trans>This one</Trans>
        </StatusChip>
      ) : (
        <Button size="small" tone="quiet" onPress={onEnd}>
          <Trans>Sign out there</Trans>
        </Button>
      )}
    </li>
  );
}

function useSessions() {
  const { api } = useApp();
  const report = useProblemToast();
  const [rows, setRows] = useState<readonly SessionRow[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const refresh = useCallback(() => listSessions(api).then(setRows, setProblem), [api]);
  useEffect(() => void refresh(), [refresh]);
  /** Shows at once what stays, then does it; asks the server again when it refuses. */
  const change = (stays: (row: SessionRow) => boolean, work: () => Promise<void>) => {
    setRows((current) => current?.filter(stays) ?? null);
    work().catch((cause: unknown) => {
      report(cause);
      return refresh();
    });
  };
  return { rows, problem, change };
}
