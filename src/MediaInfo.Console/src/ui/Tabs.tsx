import type { ComponentChildren, KeyboardEventHandler } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab {
  readonly name: string;
  readonly title: string;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  /** The panel of the chosen tab. */
  readonly children: ComponentChildren;
}

/** Tabs; the arrow keys, Home and End move between them. */
export function Tabs({ label, tabs, chosen, onChoose, children }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(0, tabs.findIndex((tab) => tab.name === chosen));

  const move: KeyboardEventHandler<HTMLDivElement> = (event) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (index + 1) % tabs.length, ArrowLeft: (index + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1,
    };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (tab) {
      event.preventDefault();
      onChoose(tab.name);
      list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[next ?? 0]?.focus();
    }
  };

  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab, place) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={place === index}
            aria-controls={`${id}-panel`}
            tabIndex={place === index ? 0 : -1}
            onClick={() => onChoose(tab.name)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[index]?.name ?? ''}`} tabIndex={0}>{children}</div>
    </div>
  );
}
