/** Made-up notes on an item, as screens and pictures show them. */
import { NO_REMARKS } from "@/src/model/remarks";
import { formOf } from "@/src/ui/library/remarks/form-values";
import type { RemarksState } from "@/src/ui/library/remarks/state";
import { items, record } from "./samples";

export const noRemarks: RemarksState = {
  form: formOf(NO_REMARKS),
  links: [],
  isChanged: false,
  isBusy: false,
  failure: null,
  said: null,
  items: null,
  itemsFailure: null,
};

const others = items.filter(({ exhibit }) => exhibit !== record.exhibit);

export const writtenRemarks: RemarksState = {
  ...noRemarks,
  items: [
    { ...others[0]!, remarks: { description: "", tags: [], words: "", links: [{ rel: "look-of", item: record.id }] } },
    ...others.slice(1),
  ],
  links: [
    { rel: "repost-of", item: others[0]!.id },
    { rel: "same-item", item: others[1]!.id },
  ],
  form: formOf({
    description: "The path where I draw, put up by another account",
    significance: "It shows where I am on Sundays, and the account asked me to take my own drawing down.",
    effect: "I stayed away from the club for a month.",
    people: ["Sam from the drawing club", "Kim"],
    place: "By the old lock",
    tags: ["second account", "river path"],
    links: [
      { rel: "repost-of", item: others[0]!.id },
      { rel: "same-item", item: others[1]!.id },
    ],
  }),
};
