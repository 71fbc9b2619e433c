import { describe, expect, it } from "vitest";
import { detectEntities } from "./detect-entities";
import { parseHtml } from "./html";
import { parseMarkdown } from "./markdown";
import { parseMarkdownV2 } from "./markdown-v2";

describe("HTML", () => {
  it("nests, unescapes and counts in UTF-16 units", () => {
    expect(parseHtml('🛵 <b>A <i>&lt;b&gt;</i></b> <a href="https://t.me/x?a=1&amp;b=2">go</a>')).toEqual({
      text: "🛵 A <b> go",
      entities: [
        { type: "bold", offset: 3, length: 5 },
        { type: "italic", offset: 5, length: 3 },
        { type: "text_link", url: "https://t.me/x?a=1&b=2", offset: 9, length: 2 },
      ],
    });
  });

  it("makes one block of a pre with a language", () => {
    const { entities } = parseHtml(
      '<pre><code class="language-ts">let a</code></pre><blockquote expandable>q</blockquote>',
    );
    expect(entities).toEqual([
      { type: "pre", language: "ts", offset: 0, length: 5 },
      { type: "expandable_blockquote", offset: 5, length: 1 },
    ]);
  });

  it.each([
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["ё<x>y</x>", 'Unsupported start tag "x" at byte offset 2'],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["5 < 6", 'Unsupported start tag "" at byte offset 2'],
  ])("refuses %s", (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe("MarkdownV2", () => {
  it("reads marks, links, code, quotes and escapes", () => {
    expect(parseMarkdownV2("*b _i_* `c` [l](https://a.b/c\\)) 1\\.5\n>q")).toEqual({
      text: "b i c l 1.5\nq",
      entities: [
        { type: "bold", offset: 0, length: 3 },
        { type: "italic", offset: 2, length: 1 },
        { type: "code", offset: 4, length: 1 },
        { type: "text_link", url: "https://a.b/c)", offset: 6, length: 1 },
        { type: "blockquote", offset: 12, length: 1 },
      ],
    });
  });

  it("refuses what is reserved and what does not end", () => {
    expect(() => parseMarkdownV2("1.5")).toThrow(
      "Character '.' is reserved and must be escaped with the preceding '\\'",
    );
    expect(() => parseMarkdownV2("ё*b")).toThrow("Can't find end of Bold entity at byte offset 2");
  });
});

describe("the old Markdown", () => {
  it("knows bold, italic, code and links, without nesting", () => {
    expect(parseMarkdown("*b* _i_ [l](https://a.b)").entities.map(({ type }) => type)).toEqual([
      "bold",
      "italic",
      "text_link",
    ]);
    expect(() => parseMarkdown("snake_case")).toThrow("Can't find end of the entity starting at byte offset 5");
  });
});

describe("what Telegram marks by itself", () => {
  it("finds commands, links, mentions, hashtags and addresses", () => {
    const text = "/start@peyk_bot see https://a.b/c, @someone #late me@a.uz a/b";
    const found = detectEntities(text).map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
    expect(found).toEqual([
      ["bot_command", "/start@peyk_bot"],
      ["url", "https://a.b/c"],
      ["mention", "@someone"],
      ["hashtag", "#late"],
      ["email", "me@a.uz"],
    ]);
  });
});
