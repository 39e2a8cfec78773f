import { Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classNames } from './class-names.ts';
import { FieldFrame } from './field-frame.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import menu from './menu.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The language of the label, when it isn't the page's. */
  readonly lang?: string;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of a few. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden = false, hint, error, options, value, isDisabled = false, onChange, className } = props;
  const choose = (key: unknown) => {
    const option = options.find((each) => each.value === key);
    if (option) onChange(option.value);
  };
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={classNames(styles.field, className)}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <AriaButton className={classNames(styles.box, styles.trigger)}>
          <SelectValue className={styles.value ?? ''}>{({ selectedText }) => selectedText}</SelectValue>
          <Icon shape={ChevronDown} />
        </AriaButton>
      </FieldFrame>
      <Popover className={menu.popup ?? ''} offset={5}>
        <ListBox className={menu.menu ?? ''} items={options}>
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={menu.item ?? ''}
              {...(option.lang && { lang: option.lang })}
            >
              <span className={menu.label}>{option.label}</span>
              <span className={menu.check}>
                <Icon shape={Check} size={15} />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
