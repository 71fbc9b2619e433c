import {
  Bike,
  ChartColumn,
  ClipboardList,
  History,
  type LucideIcon,
  MapIcon,
  ReceiptText,
  Settings,
  Store,
  Users,
} from "lucide-react";
import { type ComponentType, lazy } from "react";
import type { Permission } from "#shared/kernel/permissions";

/** One part of the business. It owns every path below its own, and finds its way in there by itself. */
export type Section = {
  /** First part of the path, and of the text ids: `admin-section-orders`. */
  id: string;
  icon: LucideIcon;
  /** Whoever may not do this does not see the section; the API refuses besides. `null`: everybody who got in. */
  needs: Permission | null;
  /** Within reach of the thumb on a phone; the others are one tap further away. */
  near: boolean;
  Content: ComponentType;
  /** Fetches its script, so that it is here when it is to be drawn. */
  fetch: () => Promise<unknown>;
};

const fetched = (load: () => Promise<{ default: ComponentType }>): Pick<Section, "Content" | "fetch"> => ({
  Content: lazy(load),
  fetch: load,
});

/** In the order in which they are shown. Each is a chunk of its own, so that a phone loads what it opens. */
export const SECTIONS: readonly Section[] = [
  {
    id: "orders",
    icon: ReceiptText,
    needs: "order.export",
    near: true,
    ...fetched(() => import("../orders/OrdersSection")),
  },
  {
    id: "menu",
    icon: ClipboardList,
    needs: "menu.edit",
    near: true,
    ...fetched(() => import("../menu/MenuSection")),
  },
  {
    id: "branches",
    icon: Store,
    needs: "branch.edit",
    near: true,
    ...fetched(() => import("../branches/BranchesSection")),
  },
  {
    id: "zones",
    icon: MapIcon,
    needs: "zone.edit",
    near: false,
    ...fetched(() => import("../zones/ZonesSection")),
  },
  {
    id: "people",
    icon: Users,
    needs: "member.see",
    near: true,
    ...fetched(() => import("../people/PeopleSection")),
  },
  {
    id: "couriers",
    icon: Bike,
    needs: "report.see",
    near: false,
    ...fetched(() => import("../couriers/CouriersSection")),
  },
  {
    id: "reports",
    icon: ChartColumn,
    needs: "report.see",
    near: false,
    ...fetched(() => import("../reports/ReportsSection")),
  },
  {
    id: "audit",
    icon: History,
    needs: "audit.see",
    near: false,
    ...fetched(() => import("../audit/AuditSection")),
  },
  {
    id: "settings",
    icon: Settings,
    needs: null,
    near: false,
    ...fetched(() => import("../settings/SettingsSection")),
  },
];

/** Begins to fetch the section that an address opens, or the first one, while the person is still signing in. */
export function fetchSectionAt(path: string): void {
  const section = SECTIONS.find(({ id }) => path.split("/").includes(id)) ?? SECTIONS[0];
  section?.fetch().catch(() => {}); // it is asked for again when it is drawn, and says then what is wrong
}
