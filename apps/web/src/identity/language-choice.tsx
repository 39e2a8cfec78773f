import { useLingui } from '@lingui/react/macro';
import { Languages } from 'lucide-react';
import { useApp } from '../app/app-context.ts';
import { LANGUAGES } from '../app/languages.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { useStore } from '../app/use-store.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import styles from './identity-frame.module.css';

/** Changes the language before anyone is signed in; each one named in its own words. */
export function LanguageChoice() {
  const { t } = useLingui();
  const { language } = useApp();
  const report = useProblemToast();
  const current = useStore(language);
  const actions = LANGUAGES.map((each) => ({
    id: each.tag,
    label: each.name,
    lang: each.tag,
    isChosen: each.tag === current.tag,
    run: () => void language.change(each.tag).catch(report),
  }));
  return (
    <MenuButton
      label={t`Language: ${current.name}`}
      placement="top start"
      className={styles.language}
      groups={[{ id: 'languages', actions }]}
    >
      <Icon shape={Languages} />
      {current.name}
    </MenuButton>
  );
}
