/** A way to report that can be opened from here. The directory it comes from is not read by the interface itself. */
export interface ReportOffer {
  /** The platform's name as it writes it. */
  platform: string;
  url: string;
  /** True: the form for intimate images. False: the platform's general way in. */
  isBestForm: boolean;
  /** The page explains how to report inside the platform; there is no form on it. */
  isHowTo: boolean;
  /** The day a person last opened the link, `YYYY-MM-DD`; `null`: nobody has. */
  checked: string | null;
}
