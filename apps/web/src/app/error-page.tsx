import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { ApiProblem } from './api-problem.ts';
import { MessagePage } from './message-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { problemSentence } from './problem-sentence.ts';

/** What stands where a screen failed: a new version of the page, the server out of reach, or our own mistake. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  if (error instanceof ApiProblem && error.code === 'not-found') return <NotFoundPage />;
  if (isMissingChunk(error)) return <NewVersionPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const again = (
    <Button tone="primary" onPress={retry}>
      <Trans>Try again</Trans>
    </Button>
  );
  return (
    <MessagePage title={t`That didn't work`} action={again}>
      {problemSentence(error)}
    </MessagePage>
  );
}

function NewVersionPage() {
  const { t } = useLingui();
  const reload = (
    <Button tone="primary" onPress={() => location.reload()}>
      <Trans>Reload</Trans>
    </Button>
  );
  return (
    <MessagePage title={t`A part of this page couldn't be loaded`} action={reload}>
      <Trans>Talka may have been updated meanwhile, or the connection broke. Reloading brings it back.</Trans>
    </MessagePage>
  );
}

/** Browsers name a failed `import()` differently. */
function isMissingChunk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /dynamically imported module|importing a module script|error loading|unable to preload/i.test(error.message);
}
