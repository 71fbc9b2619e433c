import type { DeliveryView } from "#shared/contracts/delivery";
import type { OrderView } from "#shared/contracts/order";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Icon } from "../../kit/ui/Icon";

type Person = { role: string; name: string | null; phone: string | null; more: string | null };

/** Who has to do with the order, and how to call them. */
export function People({ order, delivery }: { order: OrderView; delivery: DeliveryView | null }) {
  const { t, language } = useTexts();
  const { contact, branch } = order;
  const door = [contact?.addressText, contact?.landmark, contact?.note].filter(Boolean).join(" · ");
  const people: Person[] = [
    { role: t("role-customer"), name: contact?.name ?? null, phone: contact?.phone ?? null, more: door || null },
  ];
  if (delivery?.courier) {
    const { firstName, phone, vehicle } = delivery.courier;
    people.push({ role: t("role-courier"), name: firstName, phone, more: t(`vehicle-${vehicle}`) });
  }
  const branchName = localText(branch.name, language);
  people.push({ role: t("dispatch-branch"), name: branchName, phone: branch.phone, more: branch.addressText });
  return (
    <ul className="people">
      {people.map(({ role, name, phone, more }) => (
        <li key={role}>
          <span>
            <span className="hint">{role}</span>
            <b>{name ?? "—"}</b>
            {more && <span className="person-more">{more}</span>}
          </span>
          {phone && (
            <a className="button" href={`tel:${phone}`} aria-label={t("dispatch-call", { name: name ?? role })}>
              <Icon name="phone" size={18} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
