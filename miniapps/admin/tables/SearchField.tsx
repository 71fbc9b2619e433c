import { useEffect, useEffectEvent, useState } from "react";
import { Field } from "../../kit/ui/Field";

/** Long enough to type on, short enough not to be noticed. */
const PAUSE_MS = 300;

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A search that asks once the fingers rest. */
export function SearchField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const tell = useEffectEvent(() => {
    if (text.trim() !== value) onChange(text.trim());
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(), text === "" ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field label={label}>
      <input type="search" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
    </Field>
  );
}
