import { cloneElement, type ReactElement, useId } from "react";

type Input = ReactElement<{ id?: string; "aria-invalid"?: boolean; "aria-describedby"?: string | undefined }>;

/** An input with its name above and, when it is refused, the reason right below it. */
export function Field({ label, error, children }: { label: string; error?: string | null; children: Input }) {
  const id = useId();
  const described = error ? `${id}-error` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, "aria-invalid": Boolean(error), "aria-describedby": described })}
      {error && (
        <p id={described} className="problem-text" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
