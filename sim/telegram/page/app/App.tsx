import { useState } from "react";
import { wanted } from "../connection";
import { Icon } from "../ui/Icon";
import { isSoundOn, setSound } from "../ui/sound";
import { useTheme } from "../ui/theme";
import { NewPersonForm } from "./NewPersonForm";
import { PeopleChips } from "./PeopleChips";
import { PhoneSlot } from "./PhoneSlot";
import { usePeople } from "./use-people";

/** The desk: a chip per person on top, a phone for each that is switched on. */
export function App() {
  const { people, shown, problem, toggle, add } = usePeople();
  const [theme, flipTheme] = useTheme();
  const [sound, setSoundShown] = useState(isSoundOn);
  const [isAdding, setAdding] = useState(false);
  const flipSound = () => {
    setSound(!sound);
    setSoundShown(!sound);
  };
  const isEmpty = people?.length === 0;
  return (
    <div className={wanted.miniApp ? "desk alone" : "desk"}>
      <header className="desk-bar">
        <h1>
          <Logo /> Local Telegram
        </h1>
        <nav className="desk-people" aria-label="People">
          <PeopleChips people={people ?? []} shown={shown} toggle={toggle} />
          <button type="button" className="person-chip add" onClick={() => setAdding(true)}>
            <Icon name="plus" size={20} /> Person
          </button>
        </nav>
        <button type="button" className="round" aria-label="Sound" aria-pressed={sound} onClick={flipSound}>
          <Icon name={sound ? "bell" : "muted"} />
        </button>
        <button
          type="button"
          className="round"
          aria-label={theme === "light" ? "Dark colours" : "Light colours"}
          onClick={flipTheme}
        >
          <Icon name={theme === "light" ? "moon" : "sun"} />
        </button>
      </header>
      <main className="phones">
        {problem && (
          <p className="empty-desk" role="alert">
            {problem}
          </p>
        )}
        {(isAdding || isEmpty) && !problem && (
          <NewPersonForm onDone={() => setAdding(false)} onCreate={add} canCancel={!isEmpty} />
        )}
        {shown
          .flatMap((id) => people?.find((person) => person.id === id) ?? [])
          .map((person) => (
            <PhoneSlot key={person.id} person={person} />
          ))}
      </main>
    </div>
  );
}

const Logo = () => (
  <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="16" fill="#339cef" />
    <path d="M7 15.6 24 8.800l-2.700 14.600-5.200-3.900-2.800 2.700-.5-4.600 8-6.500-10 5.600z" fill="#fff" />
  </svg>
);
