import { Trans, useLingui } from '@lingui/react/macro';
import { type Template, type TemplateId, TEMPLATES } from '@talka/domain/boards';
import { useEffect, useRef } from 'react';
import styles from './create-board-dialog.module.css';
import { TemplatePicture } from './template-picture.tsx';
import { templateColumnName, templateName } from './template-words.ts';

interface TemplateChoiceProps {
  readonly value: TemplateId;
  readonly onChange: (id: TemplateId) => void;
}

/** What to start from. Takes the focus when it appears; arrows go through the templates. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const { t } = useLingui();
  const choice = useRef<HTMLFieldSetElement>(null);
  useEffect(() => choice.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  return (
    <fieldset ref={choice} className={styles.templates}>
      <legend className={styles.legend}>{t`Start from`}</legend>
      <div className={styles.grid}>
        {TEMPLATES.map((template) => (
          <TemplateOption
            key={template.id}
            template={template}
            isChosen={template.id === value}
            onChoose={() => onChange(template.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface TemplateOptionProps {
  readonly template: Template;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TemplateOption({ template, isChosen, onChoose }: TemplateOptionProps) {
  return (
    <label className={styles.template}>
      <input type="radio" name="template" value={template.id} checked={isChosen} onChange={onChoose} />
      <TemplatePicture template={template} />
      <span className={styles.templateName}>{templateName(template.id)}</span>
      <span className={styles.columns}>
        {template.done === null ? <Trans>Add your own columns.</Trans> : columnsInWords(template)}
      </span>
    </label>
  );
}

function columnsInWords({ stages, done }: Template): string {
  return [...stages, ...(done === null ? [] : [done])].map(templateColumnName).join(' · ');
}
