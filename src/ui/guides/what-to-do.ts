/** Guides for the person concerned: what to do, in which order, and with whom to speak. */
import type { Guide } from "./guide";

export const WHAT_TO_DO: readonly Guide[] = [
  {
    id: "order",
    group: "now",
    title: "guide_order",
    parts: [
      { kind: "text", lines: ["guide_order_1", "guide_order_2"] },
      {
        kind: "steps",
        lines: [
          "guide_order_3",
          "guide_order_4",
          "guide_order_5",
          "guide_order_6",
          "guide_order_7",
          "guide_order_8",
          "guide_order_9",
          "guide_order_10",
        ],
      },
    ],
    rows: [96, 97, 98, 101, 105, 112, 132],
  },
  {
    id: "threat",
    group: "now",
    title: "guide_threat",
    parts: [
      { kind: "text", lines: ["guide_threat_1", "guide_threat_2"] },
      {
        kind: "points",
        heading: "guide_threat_head_1",
        lines: [
          "guide_threat_3",
          "guide_threat_4",
          "guide_threat_5",
          "guide_threat_6",
          "guide_threat_7",
          "guide_threat_8",
          "guide_threat_9",
        ],
      },
    ],
    rows: [2, 3, 4, 6, 7, 8, 11, 15, 16, 20, 34, 88, 132],
  },
  {
    id: "groomed",
    group: "now",
    title: "guide_groomed",
    parts: [
      { kind: "text", lines: ["guide_groomed_1", "guide_groomed_2"] },
      {
        kind: "points",
        lines: ["guide_groomed_3", "guide_groomed_4", "guide_groomed_5", "guide_groomed_6", "guide_groomed_7"],
      },
    ],
    rows: [150, 155, 156, 157, 158],
  },
  {
    id: "meeting",
    group: "now",
    title: "guide_meeting",
    parts: [
      { kind: "text", lines: ["guide_meeting_1"] },
      {
        kind: "points",
        lines: ["guide_meeting_2", "guide_meeting_3", "guide_meeting_4", "guide_meeting_5", "guide_meeting_6"],
      },
      {
        kind: "blanks",
        heading: "guide_meeting_head_1",
        lines: [
          "guide_meeting_7",
          "guide_meeting_8",
          "guide_meeting_9",
          "guide_meeting_10",
          "guide_meeting_11",
          "guide_meeting_12",
        ],
      },
    ],
    rows: [17, 18, 19, 21, 34, 35],
  },
  {
    id: "police",
    group: "now",
    title: "guide_police",
    parts: [
      { kind: "text", lines: ["guide_police_1", "guide_police_2"] },
      {
        kind: "points",
        lines: [
          "guide_police_3",
          "guide_police_4",
          "guide_police_5",
          "guide_police_6",
          "guide_police_7",
          "guide_police_8",
          "guide_police_9",
        ],
      },
    ],
    rows: [29, 30, 31, 42, 85, 87, 133, 134, 135, 136, 137, 138, 139, 147],
  },
  {
    id: "law",
    group: "now",
    title: "guide_law",
    parts: [
      { kind: "text", lines: ["guide_law_1", "guide_law_2", "guide_law_3"] },
      { kind: "points", lines: ["guide_law_4", "guide_law_5", "guide_law_6", "guide_law_7", "guide_law_8"] },
    ],
    rows: [12, 14, 75, 90, 140, 142, 143, 145, 146, 148, 151, 153, 154],
  },
  {
    id: "care",
    group: "now",
    title: "guide_care",
    parts: [{ kind: "text", lines: ["guide_care_1", "guide_care_2", "guide_care_3", "guide_care_4", "guide_care_5"] }],
    rows: [1, 13, 22, 32, 33, 57, 82, 91, 92, 93],
  },
];
