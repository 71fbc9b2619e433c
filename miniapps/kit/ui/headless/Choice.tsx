import { Select } from "@base-ui/react/select";
import { Icon } from "../Icon";
import "./headless.css";

export type Option<T extends string> = { value: T; label: string };

type Props<T extends string> = {
  label: string;
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
};

/** One of a few; for more than about ten `SearchChoice`. */
export const Choice = <T extends string>({ label, value, options, onChange, placeholder, disabled }: Props<T>) => (
  <Select.Root
    items={[...options]}
    value={value}
    disabled={disabled ?? false}
    onValueChange={(chosen) => chosen !== null && onChange(chosen)}
  >
    <div className="field">
      <Select.Label>{label}</Select.Label>
      <Select.Trigger className="choice">
        <Select.Value placeholder={placeholder} />
        <Icon name="down" size={18} />
      </Select.Trigger>
    </div>
    <Select.Portal>
      <Select.Positioner className="floating" sideOffset={4} alignItemWithTrigger={false}>
        <Select.Popup className="popup">
          <Select.List>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className="option">
                <Select.ItemText>{option.label}</Select.ItemText>
                <Select.ItemIndicator className="option-mark">
                  <Icon name="check" size={18} />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.List>
        </Select.Popup>
      </Select.Positioner>
    </Select.Portal>
  </Select.Root>
);
