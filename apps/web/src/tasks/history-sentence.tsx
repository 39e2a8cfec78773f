import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { FieldSentence } from './field-sentence.tsx';
import { Said } from './said.tsx';
import type { HistoryLine } from './task-api.ts';

interface HistorySentenceProps {
  readonly line: HistoryLine;
  readonly name: string;
}

/** What happened, as a sentence of the reader's language. Names of people, columns and tasks stay as they were then. */
export function HistorySentence({ line, name }: HistorySentenceProps): ReactNode {
  const { t } = useLingui();
  const who = <Said>{name}</Said>;
  const text = (key: string, instead = '') => {
    const value = line.data[key];
    return typeof value === 'string' && value !== '' ? value : instead;
  };
  switch (line.kind) {
    case 'task.added':
      return (
        <Trans>
          {who} added this task in <Said>{text('column', t`Done`)}</Said>
        </Trans>
      );
    case 'task.renamed':
      return (
        <Trans>
          {who} renamed it from “<Said>{text('from')}</Said>” to “<Said>{text('to')}</Said>”
        </Trans>
      );
    case 'task.described':
      return <Trans>{who} changed the description</Trans>;
    case 'task.moved':
      return (
        <Trans>
          {who} moved it from <Said>{text('fromName', t`Done`)}</Said> to <Said>{text('toName', t`Done`)}</Said>
        </Trans>
      );
    case 'task.trashed':
      return <Trans>{who} moved it to Trash</Trans>;
    case 'task.restored':
      return (
        <Trans>
          {who} restored it to <Said>{text('toName', t`Done`)}</Said>
        </Trans>
      );
    default:
      return <FieldSentence line={line} name={name} />;
  }
}
