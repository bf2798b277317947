/** A way to report that can be opened from here. The directory it comes from is not read by the interface itself. */
export interface ReportOffer {
  /** Id of the platform in the directory. */
  destination: string;
  /** The platform's name as it writes it. */
  platform: string;
  url: string;
  /** True: the form for intimate images. False: the platform's general way in. */
  isBestForm: boolean;
  /** The page explains how to report inside the platform; there is no form on it. */
  isHowTo: boolean;
  /** What the form asks for, in the directory's words; empty where nobody has seen it. */
  asks: readonly string[];
  /** Whether a person has seen that it asks for these. */
  asksSeen: boolean;
  /** What to know before using this route, in English, as it stands in the directory. */
  caution: string | null;
  /** The day a person last opened the link, `YYYY-MM-DD`; `null`: nobody has. */
  checked: string | null;
}
