import type { FormEvent } from "react";
import type { ActionInput } from "../../client-api/all-actions";

type Props = {
  onCreate: (fresh: ActionInput<"createPerson">) => Promise<void>;
  onDone: () => void;
  canCancel: boolean;
};

/** A new account needs a name and a language; the number is made up. */
export function NewPersonForm({ onCreate, onDone, canCancel }: Props) {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [firstName = "", ...rest] = String(form.get("name")).trim().split(/\s+/);
    const lastName = rest.join(" ") || undefined;
    await onCreate({ firstName, lastName, languageCode: String(form.get("language")) });
    onDone();
  };
  return (
    <section className="empty-desk">
      <h2>Who picks up the phone?</h2>
      <p>Nobody here is real: names and numbers stay on this computer.</p>
      <form className="new-person" onSubmit={submit}>
        <label className="field">
          Name
          {/* biome-ignore lint/a11y/noAutofocus: the form was asked for by a click and has one field that matters */}
          <input name="name" required maxLength={60} placeholder="Dilnoza Karimova" autoFocus />
        </label>
        <label className="field">
          Language
          <select name="language" defaultValue="en">
            <option value="en">English</option>
            <option value="ru">Русский</option>
            <option value="uz">Oʻzbekcha</option>
          </select>
        </label>
        <button type="submit" className="wide-button">
          Give a phone
        </button>
        {canCancel && (
          <button type="button" className="wide-button quiet" onClick={onDone}>
            Not now
          </button>
        )}
      </form>
    </section>
  );
}
