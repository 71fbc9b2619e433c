import { useState } from "react";
import { Link } from "wouter";
import type { MemberCard } from "#shared/contracts/views";
import { GRANTED_BY } from "#shared/people/granted-by";
import { localText } from "../../kit/local-text";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Empty } from "../../kit/ui/States";
import { TextField } from "../forms/fields";
import { Decide } from "./Decide";
import { PersonBadge } from "./PersonBadge";
import { useDecideMember, useMembers } from "./queries";

/** Who waits comes first, then who works here, then who is shut out. */
const ORDER: Readonly<Record<MemberCard["status"], number>> = { pending: 0, invited: 1, active: 2, suspended: 3 };
const SEARCH_FROM = 8;

const nameOf = ({ firstName, lastName }: Pick<MemberCard, "firstName" | "lastName">): string =>
  [firstName, lastName].filter(Boolean).join(" ");

/** Everybody of the staff, once per role. */
export function StaffList() {
  const { t } = useTexts();
  const [wanted, setWanted] = useState("");
  return (
    <Query query={useMembers()}>
      {(members) => {
        const staff = members.filter(({ role }) => role !== "courier" && role !== "customer");
        const found = staff
          .filter((member) => nameOf(member).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
          .sort((a, b) => ORDER[a.status] - ORDER[b.status]);
        return (
          <>
            {staff.length >= SEARCH_FROM && (
              <TextField label={t("admin-people-search")} value={wanted} onChange={setWanted} />
            )}
            {found.length === 0 ? (
              <Empty icon="people" text={t("admin-people-none")} />
            ) : (
              <ul className="list">
                {found.map((member) => (
                  <StaffRow key={member.id} member={member} />
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Query>
  );
}

function StaffRow({ member }: { member: MemberCard }) {
  const { t, language } = useTexts();
  const { permissions, accountId } = useSigned().me;
  const decision = useDecideMember(member.id);
  const name = nameOf(member);
  const where = member.branchName ? localText(member.branchName, language) : t("admin-every-branch");
  const mine = member.role !== "customer" && permissions.includes(GRANTED_BY[member.role]);
  return (
    <li className="person">
      <div className="list-row">
        <span className="list-text">
          <strong>{name}</strong>
          <span className="hint">
            {t(`role-${member.role}`)} · {where}
          </span>
        </span>
        <PersonBadge status={member.status} />
      </div>
      {mine && member.accountId !== accountId && (
        <div className="person-actions">
          <Decide name={name} status={member.status} decision={decision} />
          {member.status === "active" && (
            <Link href={`/roles/${member.accountId}`} className="button">
              {t("admin-people-give-role")}
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
