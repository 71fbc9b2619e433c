import type { SeenMessage } from "../../world/person-event";
import { serviceText } from "./service-text";

/** One line that stands for a message: in the list, in a quote, on the pinned bar. */
export function previewOf(message: SeenMessage): string {
  const service = serviceText(message);
  if (service) return service;
  const { photo, voice, document, location, venue, contact, invoice, poll, text, caption, video } = message;
  if (text) return text;
  if (photo) return `📷 ${caption ?? "Photo"}`;
  if (video) return `🎬 ${caption ?? "Video"}`;
  if (voice) return `🎤 ${caption ?? "Voice message"}`;
  if (document) return `📄 ${caption ?? document.file_name ?? "File"}`;
  if (venue) return `📍 ${venue.title}`;
  if (location) return message.live_until === undefined && !location.live_period ? "📍 Location" : "📡 Live location";
  if (contact) return `👤 ${contact.first_name}`;
  if (invoice) return `🧾 ${invoice.title}`;
  if (poll) return `📊 ${poll.question}`;
  return "Message";
}
