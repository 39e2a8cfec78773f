import { Check, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import menu from './menu.module.css';
import styles from './pick-list.module.css';

export interface PickOption {
  readonly id: string;
  /** What is searched and read. */
  readonly label: string;
  readonly face: ReactNode;
}

interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly PickOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  /** What is shown when nothing fits what was typed. */
  readonly empty: string;
  readonly maxLength?: number;
  /** The option, if any, that makes something new of what was typed. */
  readonly offer?: (text: string) => PickOption | null;
  readonly onCreate?: (text: string) => void;
  /** What is said about what was typed. */
  readonly renderBelow?: (text: string) => ReactNode;
}

/** Any number of a list, found by typing: arrows go through it, Enter takes and gives back. */
export function PickList(props: PickListProps) {
  const { label, placeholder, options, chosen, empty, maxLength, offer, renderBelow } = props;
  const [text, setText] = useState('');
  const found = options.filter((option) => holds(option.label, text));
  const made = offer?.(text.trim()) ?? null;
  const items = made === null ? found : [...found, made];
  const change = (keys: Selection) => {
    if (keys === 'all') return;
    for (const { id } of items) {
      if (keys.has(id) === chosen.includes(id)) continue;
      if (id === made?.id) props.onCreate?.(text.trim());
      else props.onToggle(id);
      if (id === made?.id) setText('');
    }
  };
  return (
    <div className={styles.list}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the card was opened to type into it */}
        <SearchField aria-label={label} autoFocus className={field.field ?? ''}>
          <div className={field.box}>
            <span className={field.start}>
              <Icon shape={Search} />
            </span>
            <Input
              className={field.input ?? ''}
              placeholder={placeholder}
              dir="auto"
              {...(maxLength !== undefined && { maxLength })}
            />
          </div>
        </SearchField>
        <ListBox
          aria-label={label}
          className={styles.options ?? ''}
          items={items}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={change}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} aria-label={option.label} className={menu.item ?? ''}>
              <span className={menu.label}>{option.face}</span>
              <span className={menu.check}>
                <Icon shape={Check} size={15} />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {renderBelow?.(text.trim())}
    </div>
  );
}

function holds(label: string, text: string): boolean {
  const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(label).includes(plain(text.trim()));
}
