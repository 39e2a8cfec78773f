import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import { RouterProvider } from '@tanstack/react-router';
import { type ComponentProps, useEffect } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import { Toasts } from '../ui/toasts.tsx';
import type { App } from './app.ts';
import { AppContext } from './app-context.ts';
import { UpdateBanner } from './pwa/update-banner.tsx';
import { useStore } from './use-store.ts';

interface RootProps {
  readonly app: App;
  readonly router: ComponentProps<typeof RouterProvider>['router'];
}

/** Languages, keys and toasts around the router. */
export function Root({ app, router }: RootProps) {
  const language = useStore(app.language);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => void app.shortcuts.handle(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [app]);
  return (
    <AppContext value={app}>
      <I18nProvider i18n={i18n}>
        <AriaI18nProvider locale={language.locale}>
          <RouterProvider router={router} />
          <UpdateBanner />
          <ToastPlace />
        </AriaI18nProvider>
      </I18nProvider>
    </AppContext>
  );
}

function ToastPlace() {
  const { t } = useLingui();
  return <Toasts label={t`Messages`} closeLabel={t`Close`} />;
}
