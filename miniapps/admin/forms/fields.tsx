import { type ReactNode, useId } from "react";
import type { Currency } from "#shared/kernel/money";
import { Field } from "../../kit/ui/Field";

type Common = { label: string; error?: string | null };
type TextProps = Common & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputMode?: "text" | "tel" | "numeric" | "decimal";
  autoComplete?: string;
  secret?: boolean;
};

export const TextField = ({
  label,
  error = null,
  value,
  onChange,
  secret = false,
  autoComplete,
  ...rest
}: TextProps) => (
  <Field label={label} error={error}>
    <input
      type={secret ? "password" : "text"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete={autoComplete ?? "off"}
      {...rest}
    />
  </Field>
);

type NumberProps = Omit<TextProps, "inputMode" | "secret"> & { unit?: string };

/** A whole number; its unit stands in the label, since screen readers read that. */
export const NumberField = ({ label, unit, ...rest }: NumberProps) => (
  <TextField label={unit ? `${label}, ${unit}` : label} inputMode="numeric" {...rest} />
);

/** An amount as people type it, see `readAmount`. */
export const AmountField = ({ label, currency, ...rest }: Omit<NumberProps, "unit"> & { currency: Currency }) => (
  <TextField label={`${label}, ${currency}`} inputMode="decimal" {...rest} />
);

type SelectProps<T extends string> = Common & {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; text: string }[];
};

export const SelectField = <T extends string>({ label, error = null, value, onChange, options }: SelectProps<T>) => (
  <Field label={label} error={error}>
    <select value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </Field>
);

type CheckProps = { label: string; hint?: string; value: boolean; onChange: (value: boolean) => void };

export function CheckField({ label, hint, value, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="check-field">
      <input id={id} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </label>
    </div>
  );
}

/** A time of the day without a label of its own: the row says what it is for. */
export const TimeInput = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) => (
  <input
    type="time"
    className="time-input"
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);

/** Fields that belong together, under one heading. */
export const Group = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <fieldset className="card group">
    <legend>{title}</legend>
    {hint && <p className="hint">{hint}</p>}
    {children}
  </fieldset>
);
