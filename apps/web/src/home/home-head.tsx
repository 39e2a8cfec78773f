import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, Search } from 'lucide-react';
import type { RefObject } from 'react';
import { useSession } from '../app/app-context.ts';
import { preloadBoard } from '../app/board-route.tsx';
import { useLocale } from '../app/use-locale.ts';
import { Button } from '../ui/button.tsx';
import { preloadDialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './home-page.module.css';

interface HomeHeadProps {
  readonly count: number | null;
  readonly search: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly inputRef: RefObject<HTMLInputElement | null>;
  } | null;
  readonly onCreate: () => void;
}

export function HomeHead({ count, search, onCreate }: HomeHeadProps) {
  const { t } = useLingui();
  const locale = useLocale();
  const { accounts } = useSession();
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <Trans>Boards</Trans>
        {count !== null && count > 0 && (
          <bdi className={styles.total}>{new Intl.NumberFormat(locale).format(count)}</bdi>
        )}
      </h1>
      {search && (
        <TextField
          className={styles.search ?? ''}
          label={t`Search boards by name`}
          isLabelHidden
          type="search"
          placeholder={t`Search boards`}
          icon={Search}
          end={search.value === '' ? <Kbd keys="/" /> : null}
          value={search.value}
          onChange={search.onChange}
          inputRef={search.inputRef}
        />
      )}
      {accounts.length > 0 && (
        <Button
          tone="primary"
          icon={Plus}
          onPress={onCreate}
          onHoverStart={() => {
            preloadDialog();
            preloadBoard();
          }}
        >
          <Trans>New board</Trans>
        </Button>
      )}
    </header>
  );
}
