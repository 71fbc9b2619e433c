import { Menu } from "@base-ui/react/menu";
import { Icon, type IconName } from "../Icon";
import "./headless.css";

export type MenuEntry = { label: string; icon?: IconName; danger?: boolean; disabled?: boolean; onChoose: () => void };

/** Further things to do, behind three dots. Arrow keys and first letters work. */
export const MenuButton = ({ label, entries }: { label: string; entries: readonly MenuEntry[] }) => (
  <Menu.Root>
    <Menu.Trigger className="icon-button" aria-label={label}>
      <Icon name="more" />
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner sideOffset={4} align="end" className="floating">
        <Menu.Popup className="popup">
          {entries.map(({ label: text, icon, danger, disabled = false, onChoose }) => (
            <Menu.Item
              key={text}
              className={danger ? "option danger" : "option"}
              disabled={disabled}
              onClick={onChoose}
            >
              {icon && <Icon name={icon} size={20} />}
              {text}
            </Menu.Item>
          ))}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
);
