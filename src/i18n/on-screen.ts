import { formatNumber } from "./format";
import type { Speech } from "./speech";
import { t } from "./t";

/** In the language of the screen. */
export const ON_SCREEN: Speech = { t, number: formatNumber };
