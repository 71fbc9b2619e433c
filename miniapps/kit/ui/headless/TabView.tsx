import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import "./headless.css";

export type TabPage<T extends string> = { value: T; label: ReactNode; content: ReactNode };

type Props<T extends string> = {
  /** What they are tabs of. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  pages: readonly TabPage<T>[];
};

/** Pages beside each other; only the chosen one is drawn. */
export const TabView = <T extends string>({ label, value, onChange, pages }: Props<T>) => (
  <Tabs.Root value={value} onValueChange={(chosen: T) => onChange(chosen)} className="tabs">
    <Tabs.List className="tab-list" aria-label={label}>
      {pages.map((page) => (
        <Tabs.Tab key={page.value} value={page.value} className="tab">
          {page.label}
        </Tabs.Tab>
      ))}
      <Tabs.Indicator className="tab-indicator" />
    </Tabs.List>
    {pages.map((page) => (
      <Tabs.Panel key={page.value} value={page.value} className="tab-panel">
        {page.content}
      </Tabs.Panel>
    ))}
  </Tabs.Root>
);
