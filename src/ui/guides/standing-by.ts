/** Guides for friends, and for those who see it happen. */
import type { Guide } from "./guide";

export const STANDING_BY: readonly Guide[] = [
  {
    id: "bystander",
    group: "others",
    title: "guide_bystander",
    parts: [
      { kind: "text", lines: ["guide_bystander_1"] },
      {
        kind: "points",
        lines: [
          "guide_bystander_2",
          "guide_bystander_3",
          "guide_bystander_4",
          "guide_bystander_5",
          "guide_bystander_6",
          "guide_bystander_7",
          "guide_bystander_8",
        ],
      },
      { kind: "copy", heading: "guide_bystander_head_1", lines: ["guide_bystander_9"] },
    ],
    rows: [23, 62, 64, 65, 66, 67, 68, 69, 70, 71],
  },
  {
    id: "offline",
    group: "others",
    title: "guide_offline",
    parts: [
      { kind: "text", lines: ["guide_offline_1"] },
      {
        kind: "points",
        lines: [
          "guide_offline_2",
          "guide_offline_3",
          "guide_offline_4",
          "guide_offline_5",
          "guide_offline_6",
          "guide_offline_7",
          "guide_offline_8",
        ],
      },
    ],
    rows: [25, 26, 27, 28, 58, 59, 60, 61, 62, 63],
  },
  {
    id: "friend",
    group: "others",
    title: "guide_friend",
    parts: [
      {
        kind: "points",
        lines: [
          "guide_friend_1",
          "guide_friend_2",
          "guide_friend_3",
          "guide_friend_4",
          "guide_friend_5",
          "guide_friend_6",
        ],
      },
    ],
    rows: [71, 73, 79, 80, 81, 89, 99, 125],
  },
  {
    id: "say",
    group: "others",
    title: "guide_say",
    parts: [
      {
        kind: "say",
        heading: "guide_say_head_1",
        lines: ["guide_say_1", "guide_say_2", "guide_say_3", "guide_say_4", "guide_say_5"],
      },
      {
        kind: "dont",
        heading: "guide_say_head_2",
        lines: ["guide_say_6", "guide_say_7", "guide_say_8", "guide_say_9", "guide_say_10"],
      },
    ],
    rows: [24, 72],
  },
  {
    id: "myths",
    group: "others",
    title: "guide_myths",
    parts: [
      {
        kind: "pairs",
        lines: [
          "guide_myths_1",
          "guide_myths_2",
          "guide_myths_3",
          "guide_myths_4",
          "guide_myths_5",
          "guide_myths_6",
          "guide_myths_7",
          "guide_myths_8",
          "guide_myths_9",
          "guide_myths_10",
          "guide_myths_11",
          "guide_myths_12",
        ],
      },
    ],
    rows: [4, 74, 75, 76, 149, 151],
  },
];
