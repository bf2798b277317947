/** Guides to keep accounts, pictures and notes safe. */
import type { Guide } from "./guide";

export const KEEP_SAFE: readonly Guide[] = [
  {
    id: "privacy",
    group: "protect",
    title: "guide_privacy",
    parts: [
      { kind: "text", lines: ["guide_privacy_1"] },
      {
        kind: "points",
        lines: ["guide_privacy_2", "guide_privacy_3", "guide_privacy_4", "guide_privacy_5", "guide_privacy_6"],
      },
    ],
    links: [
      { name: "X", url: "https://help.x.com/en/safety-and-security", note: "guide_privacy_7" },
      { name: "Facebook", url: "https://www.facebook.com/privacy/checkup", note: "guide_privacy_8" },
      { name: "Instagram", url: "https://help.instagram.com/", note: "guide_privacy_9" },
      { name: "Tumblr", url: "https://help.tumblr.com/hc/en-us", note: "guide_privacy_10" },
      { name: "Snapchat", url: "https://help.snapchat.com/hc/en-us", note: "guide_privacy_11" },
    ],
    rows: [100, 101, 102, 103, 104, 105, 106, 107],
  },
  {
    id: "passwords",
    group: "protect",
    title: "guide_passwords",
    parts: [
      {
        kind: "points",
        lines: [
          "guide_passwords_1",
          "guide_passwords_2",
          "guide_passwords_3",
          "guide_passwords_4",
          "guide_passwords_5",
        ],
      },
    ],
    rows: [108, 109, 110],
  },
  {
    id: "phone",
    group: "protect",
    title: "guide_phone",
    parts: [
      {
        kind: "points",
        lines: [
          "guide_phone_1",
          "guide_phone_2",
          "guide_phone_3",
          "guide_phone_4",
          "guide_phone_5",
          "guide_phone_6",
          "guide_phone_7",
        ],
      },
    ],
    rows: [5, 6, 26, 27, 114, 115, 116, 118, 119, 124, 152],
  },
  {
    id: "copies",
    group: "protect",
    title: "guide_copies",
    parts: [
      {
        kind: "points",
        lines: ["guide_copies_1", "guide_copies_2", "guide_copies_3", "guide_copies_4", "guide_copies_5"],
      },
    ],
    rows: [9, 10, 56, 120, 121, 122, 123, 131],
  },
  {
    id: "asked",
    group: "protect",
    title: "guide_asked",
    parts: [{ kind: "points", lines: ["guide_asked_1", "guide_asked_2", "guide_asked_3", "guide_asked_4"] }],
    rows: [52, 53, 54, 55],
  },
  {
    id: "email",
    group: "protect",
    title: "guide_email",
    parts: [
      { kind: "points", lines: ["guide_email_1", "guide_email_2", "guide_email_3", "guide_email_4", "guide_email_5"] },
    ],
    rows: [46, 48, 49, 50, 51, 144],
  },
];
