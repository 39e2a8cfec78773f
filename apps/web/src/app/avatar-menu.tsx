import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, UserRound } from 'lucide-react';
import { Avatar } from '../ui/avatar.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuAction } from '../ui/menu-model.ts';
import { useApp, useSession } from './app-context.ts';
import { LANGUAGES } from './languages.ts';
import styles from './rail.module.css';
import type { Theme } from './theme.ts';
import { useProblemToast } from './use-problem-toast.ts';
import { useStore } from './use-store.ts';

/** The person at the rail's end: profile, looks, language, keys, the way out. */
export function AvatarMenu({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { t } = useLingui();
  const { session } = useApp();
  const { user } = useSession();
  const navigate = useNavigate();
  const report = useProblemToast();
  const themes = useThemeActions();
  const languages = useLanguageActions();
  const profile: MenuAction = {
    id: 'profile',
    label: t`Profile and sessions`,
    icon: UserRound,
    run: () => void navigate({ to: '/me' }),
  };
  const keys: MenuAction = { id: 'keys', label: t`Keyboard keys`, icon: Keyboard, shortcut: '?', run: onShowKeys };
  const signOut: MenuAction = {
    id: 'sign-out',
    label: t`Sign out`,
    icon: LogOut,
    run: () => void session.signOut().catch(report),
  };
  return (
    <MenuButton
      label={t`${user.name}: profile, theme, language`}
      placement="end bottom"
      className={styles.avatar}
      groups={[
        { id: 'person', label: user.name, actions: [profile, keys] },
        { id: 'theme', label: t`Theme`, actions: themes },
        { id: 'language', label: t`Language`, actions: languages },
        { id: 'leave', actions: [signOut] },
      ]}
    >
      <Avatar person={user} size="large" isDecoration />
    </MenuButton>
  );
}

function useThemeActions(): readonly MenuAction[] {
  const { t } = useLingui();
  const { session, theme } = useApp();
  const report = useProblemToast();
  const current = useStore(theme);
  const action = (id: Theme, label: string): MenuAction => ({
    id,
    label,
    isChosen: current === id,
    run: () => {
      theme.change(id);
      session.changeProfile({ theme: id }).catch(report);
    },
  });
  return [action('system', t`Like the system`), action('light', t`Light`), action('dark', t`Dark`)];
}

function useLanguageActions(): readonly MenuAction[] {
  const { session, language } = useApp();
  const report = useProblemToast();
  const current = useStore(language);
  const choose = async (tag: string) => {
    await language.change(tag);
    await session.changeProfile({ language: tag });
  };
  return LANGUAGES.map((each) => ({
    id: each.tag,
    label: each.name,
    lang: each.tag,
    isChosen: each.tag === current.tag,
    run: () => void choose(each.tag).catch(report),
  }));
}
