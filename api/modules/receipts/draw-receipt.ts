import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { ReceiptLine } from "./receipt-lines";

/** Points, of which an inch has 72: paper of 80 mm. */
const WIDTH = 227;
const MARGIN = 14;
const INNER = WIDTH - 2 * MARGIN;
/** More than any receipt needs; the paper is cut to what was written. */
const LONGEST = 14_000;

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}.ttf`));
/** Noto Sans has Cyrillic letters and the Uzbek ʻ. */
const REGULAR = font("400Regular/NotoSans_400Regular");
const BOLD = font("700Bold/NotoSans_700Bold");

const LOOKS = {
  title: { file: BOLD, size: 14, gap: 2 },
  strong: { file: BOLD, size: 10.5, gap: 4 },
  plain: { file: REGULAR, size: 9.5, gap: 4 },
  small: { file: REGULAR, size: 8, gap: 2 },
  rule: { file: REGULAR, size: 6, gap: 6 },
} as const;

/** The lines on one long strip of paper, which ends where they end. */
export async function* drawReceipt(lines: readonly ReceiptLine[]): AsyncGenerator<Uint8Array> {
  const measured = drawOn(LONGEST, lines);
  measured.document.end();
  const { document } = drawOn(measured.bottom + MARGIN, lines);
  document.end();
  for await (const chunk of document as AsyncIterable<Uint8Array>) yield chunk;
}

function drawOn(height: number, lines: readonly ReceiptLine[]) {
  const document = new PDFDocument({
    size: [WIDTH, height],
    margins: { top: MARGIN, bottom: 0, left: MARGIN, right: MARGIN },
  });
  for (const line of lines) drawLine(document, line);
  return { document, bottom: document.y };
}

function drawLine(document: PDFKit.PDFDocument, { text, amount, look }: ReceiptLine): void {
  const { file, size, gap } = LOOKS[look];
  document.font(file).fontSize(size);
  const top = document.y;
  if (look === "rule") {
    document
      .moveTo(MARGIN, top + gap / 2)
      .lineTo(WIDTH - MARGIN, top + gap / 2)
      .lineWidth(0.5)
      .strokeColor("#999")
      .stroke();
    document.y = top + 2 * gap;
    return;
  }
  const value = drawn(amount ?? "");
  const valueWidth = value ? Math.min(document.widthOfString(value) + 1, INNER * 0.6) : 0;
  const nameWidth = INNER - (value ? valueWidth + 8 : 0);
  document.text(drawn(text), MARGIN, top, { width: nameWidth, align: look === "title" ? "center" : "left" });
  const nameBottom = document.y;
  if (value) document.text(value, WIDTH - MARGIN - valueWidth, top, { width: valueWidth, align: "right" });
  document.y = Math.max(nameBottom, document.y) + gap;
}

/** The narrow space that parts thousands is not in the font. */
const drawn = (text: string): string => text.replaceAll("\u202f", "\u00a0");
