import { describe, expect, it } from "vitest";
import type { PublishedEvent } from "#api/platform/outbox";
import { CLOSE_CODES } from "#shared/contracts/realtime";
import { type Connection, createConnection } from "./connection";
import { createHub } from "./hub";

const ORGANISATION = "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6";
const BRANCH = "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f8";
const BOARD = `board:${ORGANISATION}` as const;

/** A socket that takes so many texts and drops the rest, as Bun's does for a reader that is too slow. */
const socketFor = (takes: number) => {
  const sent: string[] = [];
  const closes: number[] = [];
  const send = (text: string) => (sent.length < takes ? sent.push(text) : 0);
  return { sent, closes, send, close: (code: number) => void closes.push(code) };
};

const listen = (connection: Connection, branches: "all" | string[] = "all", organisationId = ORGANISATION) => {
  const person = {
    accountId: ORGANISATION,
    organisationId,
    botId: ORGANISATION,
    roles: ["dispatcher" as const],
    branches,
    branchesOf: { dispatcher: branches },
    courierId: null,
    sessionId: null,
  };
  connection.listener = { person, language: "en", accessToken: "", expiresAtMs: 1_000 };
};

const event = (n: number, body: PublishedEvent["body"] = {}): PublishedEvent => ({
  id: `0192f0c1-2b3c-7d4e-8f90-${String(n).padStart(12, "0")}`,
  organisationId: ORGANISATION,
  kind: "branch.changed",
  topics: [BOARD, `branch:${BRANCH}`],
  body,
  at: "2026-03-02T07:00:00.000Z",
});

const setUp = (takes = 100, branches: "all" | string[] = "all", organisationId = ORGANISATION) => {
  const [hub, socket] = [createHub(), socketFor(takes)];
  const connection = createConnection("1", socket, 0);
  hub.add(connection);
  listen(connection, branches, organisationId);
  hub.subscribe(connection, [BOARD, `branch:${BRANCH}`]);
  return { hub, socket, connection };
};

describe("the hub", () => {
  it("tells an event once, by however many topics and ways it comes", () => {
    const { hub, socket } = setUp();
    hub.deliver([event(1), event(1)], 0);
    hub.deliver([event(1), event(2)], 0);
    expect(socket.sent).toHaveLength(2);
  });

  it("cuts off a reader that is too slow, and holds nothing for it", () => {
    const { hub, socket } = setUp(3);
    for (let n = 0; n < 10; n += 1) hub.deliver([event(n)], 0);
    expect(socket.sent).toHaveLength(3);
    expect(socket.closes).toEqual([CLOSE_CODES.tooSlow]);
  });

  it("tells nothing after the token has run out", () => {
    const { hub, socket } = setUp();
    hub.deliver([event(1)], 1_000);
    expect([socket.sent, socket.closes]).toEqual([[], [CLOSE_CODES.signedOut]]);
  });

  it("tells who answers for some branches of those on the board, and of what has no branch", () => {
    const { hub, socket, connection } = setUp(100, [ORGANISATION]);
    hub.unsubscribe(connection, [`branch:${BRANCH}`]);
    hub.deliver([event(1, { branchId: BRANCH }), event(2, { branchId: ORGANISATION }), event(3)], 0);
    expect(socket.sent).toHaveLength(2);
  });

  it("tells a courier of one branch what happens on the way for another", () => {
    const { hub, socket } = setUp(100, [ORGANISATION]);
    hub.deliver([event(1, { branchId: BRANCH })], 0);
    expect(socket.sent).toHaveLength(1);
  });

  it("tells nobody of another organisation", () => {
    const { hub, socket } = setUp(100, "all", BRANCH);
    hub.deliver([event(1)], 0);
    expect(socket.sent).toEqual([]);
  });

  it("tells the board where couriers are, and nobody of another organisation", () => {
    const published = {
      organisationId: ORGANISATION,
      moves: [[BRANCH, 41.3, 69.2, 1]] as [string, number, number, number][],
    };
    const { hub, socket } = setUp();
    const foreign = setUp(100, "all", BRANCH);
    hub.deliverMoves(published, 0);
    foreign.hub.deliverMoves(published, 0);
    expect(socket.sent.map((text) => JSON.parse(text))).toEqual([{ is: "positions", positions: published.moves }]);
    expect(foreign.socket.sent).toEqual([]);
  });

  it("tells whoever follows one courier about that one alone", () => {
    const { hub, socket, connection } = setUp();
    hub.unsubscribe(connection, [BOARD]);
    hub.subscribe(connection, [`courier:${BRANCH}`]);
    hub.deliverMoves(
      {
        organisationId: ORGANISATION,
        moves: [
          [BRANCH, 41.3, 69.2, 1],
          [ORGANISATION, 1, 1, 1],
        ],
      },
      0,
    );
    expect(JSON.parse(socket.sent[0]!).positions).toEqual([[BRANCH, 41.3, 69.2, 1]]);
  });

  it("forgets who has gone", () => {
    const { hub, socket, connection } = setUp();
    hub.remove(connection);
    hub.deliver([event(1)], 0);
    expect([socket.sent, hub.connections.size, connection.topics.size]).toEqual([[], 0, 0]);
  });
});
