import type { Map as MapLibre } from "maplibre-gl";
import { memo, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { BoardView } from "#shared/contracts/board";
import { businessNowMs } from "../../kit/business-time";
import { localText } from "../../kit/local-text";
import { MapView } from "../../kit/map/MapView";
import type { Pin } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import { useLiveBoard } from "../board/live-board";
import { addBoardLayers, onBoardPress, writeSource } from "./board-layers";
import { courierFeatures, orderFeatures, zoneFeatures } from "./features";
import { useAtMost } from "./use-at-most";

type Props = {
  board: BoardView;
  branchId: string | null;
  selectedOrder: string | null;
  selectedCourier: string | null;
  onOrder: (orderId: string) => void;
  onCourier: (courierId: string) => void;
};

/** Between two pictures of where couriers are: each phone tells once a second, and nobody sees more. */
const DRAW_EVERY_MS = 250;

/**
 * Where everything is. What stands still is React's; positions go from the socket to the map's own source, at most once
 * per frame. All of it stands in the columns and lists as words, too.
 */
export const BoardMap = memo(function BoardMap(props: Props) {
  const { t, language } = useTexts();
  const { board, branchId, selectedOrder, selectedCourier } = props;
  const { positions } = useLiveBoard();
  const [map, setMap] = useState<MapLibre | null>(null);
  const press = useEffectEvent((what: "courier" | "order", id: string) =>
    what === "courier" ? props.onCourier(id) : props.onOrder(id),
  );

  useEffect(() => {
    if (map) onBoardPress(map, (what, id) => press(what, id));
  }, [map]);

  const hasSelected = useRef(false);
  const drawMoving = useEffectEvent(() => {
    if (map) writeSource(map, "board-couriers", courierFeatures(board.couriers, positions, businessNowMs()));
    drawSelected();
  });
  const drawSelected = useEffectEvent(() => {
    if (!map) return;
    const couriers = board.couriers.filter(({ id }) => id === selectedCourier);
    const orders = board.orders.filter(({ id }) => id === selectedOrder);
    const features = [...courierFeatures(couriers, positions, 0).features, ...orderFeatures(orders, 0).features];
    if (features.length === 0 && !hasSelected.current) return; // to write nothing anew costs as much as to write a city
    hasSelected.current = features.length > 0;
    writeSource(map, "board-selected", { type: "FeatureCollection", features });
  });
  const drawOrders = useEffectEvent(() => {
    const orders = board.orders.filter((order) => !branchId || order.branchId === branchId);
    if (map) writeSource(map, "board-orders", orderFeatures(orders, businessNowMs()));
  });

  const drawZones = useEffectEvent(() => {
    const zones = board.zones.filter((zone) => !branchId || zone.branchId === branchId);
    if (map) writeSource(map, "board-zones", zoneFeatures(zones));
  });

  // A style that comes anew with the theme takes the layers away with it.
  useEffect(() => {
    if (!map) return;
    const stand = () => {
      addBoardLayers(map);
      drawZones();
      drawOrders();
      drawMoving();
    };
    stand();
    map.on("style.load", stand);
    return () => void map.off("style.load", stand);
  }, [map]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the drawing reads
  useEffect(() => drawZones(), [board.zones, branchId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the drawing reads
  useEffect(() => drawOrders(), [board.orders, branchId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the drawing reads
  useEffect(() => drawMoving(), [board.couriers, selectedCourier, selectedOrder]);
  useAtMost(DRAW_EVERY_MS, positions.onFrame, () => drawMoving());

  const branches = useMemo(
    () => board.branches.filter(({ id }) => !branchId || id === branchId),
    [board.branches, branchId],
  );
  const pins = useMemo(
    () =>
      branches.map(
        ({ id, point, name, open }): Pin => ({
          id,
          at: point,
          icon: "shop",
          raised: true,
          label: localText(name, language),
          tone: open ? "accent" : "alarm",
        }),
      ),
    [branches, language],
  );
  const fit = useMemo(() => branches.map(({ point }) => point), [branches]);
  return (
    <div className="map">
      <MapView label={t("dispatch-map")} fit={fit} pins={pins} onReady={setMap} />
    </div>
  );
});
