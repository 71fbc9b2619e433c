import { ChevronRight } from "lucide-react";
import { Link } from "wouter";
import type { CourierView } from "#shared/contracts/courier";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Empty } from "../../kit/ui/States";
import { Decide } from "./Decide";
import { PersonBadge } from "./PersonBadge";
import { useCouriers, useDecideCourier } from "./queries";

const ORDER: Readonly<Record<CourierView["status"], number>> = { pending: 0, active: 1, suspended: 2 };

/** Everybody who rides here or wants to; who waits comes first. */
export function CourierList() {
  const { t } = useTexts();
  return (
    <Query query={useCouriers()}>
      {(couriers) =>
        couriers.length === 0 ? (
          <Empty icon="bike" text={t("admin-couriers-none")} />
        ) : (
          <ul className="list">
            {couriers
              .toSorted((a, b) => ORDER[a.status] - ORDER[b.status])
              .map((courier) => (
                <CourierRow key={courier.id} courier={courier} />
              ))}
          </ul>
        )
      }
    </Query>
  );
}

function CourierRow({ courier }: { courier: CourierView }) {
  const { t } = useTexts();
  const { id, firstName, lastName, vehicle, status, phone } = courier;
  const decision = useDecideCourier(id);
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return (
    <li className="person">
      <Link href={`/couriers/${id}`} className="list-row">
        <span className="list-text">
          <strong>{name}</strong>
          <span className="hint">{[t(`vehicle-${vehicle}`), phone].filter(Boolean).join(" · ")}</span>
        </span>
        <PersonBadge status={status} />
        <ChevronRight size={18} aria-hidden="true" className="hint" />
      </Link>
      {status === "pending" && (
        <div className="person-actions">
          <Decide name={name} status={status} isCourier decision={decision} />
        </div>
      )}
    </li>
  );
}
