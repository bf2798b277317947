/** In what way something happened, in words. */
import { type PlainKey, t } from "@/src/i18n/t";
import type { EventKind } from "@/src/model/note";

const KEYS: Readonly<Record<EventKind, PlainKey>> = {
  post: "way_post",
  message: "way_message",
  "phone-call": "way_phone_call",
  "in-person": "way_in_person",
  letter: "way_letter",
  threat: "way_threat",
  police: "way_police",
  platform: "way_platform",
  other: "way_other",
};

export const wayWords = (way: EventKind): string => t(KEYS[way]);
