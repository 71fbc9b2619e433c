import { Combobox } from "@base-ui/react/combobox";
import { useId } from "react";
import { useTexts } from "../../texts";
import { Icon } from "../Icon";
import type { Option } from "./Choice";
import "./headless.css";

type Props<T extends string> = {
  label: string;
  value: T | null;
  options: readonly Option<T>[];
  /** `null` when the choice was taken back. */
  onChange: (value: T | null) => void;
  placeholder?: string;
};

/** One of many, found by typing a part of its name. */
export function SearchChoice<T extends string>({ label, value, options, onChange, placeholder }: Props<T>) {
  const { t } = useTexts();
  const id = useId();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Combobox.Root items={[...options]} value={chosen} onValueChange={(option) => onChange(option?.value ?? null)}>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <div className="choice-search">
          <Combobox.Input id={id} placeholder={placeholder} />
          {chosen && (
            <Combobox.Clear className="icon-button" aria-label={t("ui-clear")}>
              <Icon name="close" size={18} />
            </Combobox.Clear>
          )}
        </div>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className="floating" sideOffset={4}>
          <Combobox.Popup className="popup">
            <Combobox.Empty className="hint">{t("ui-nothing-found")}</Combobox.Empty>
            <Combobox.List>
              {(option: Option<T>) => (
                <Combobox.Item key={option.value} value={option} className="option">
                  {option.label}
                  <Combobox.ItemIndicator className="option-mark">
                    <Icon name="check" size={18} />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
