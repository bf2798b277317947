/** Sets what was taken of one page beside the browser's own picture of it. */
import type { BrowserKind } from "../release-build";
import { type Difference, difference } from "./differ";
import type { KeptPicture } from "./kept-pictures";
import { checkMarkers } from "./markers";
import { columns, type Picture, pngPicture } from "./png-rows";
import type { PeerRow, Row } from "./rows";
import type { Taken } from "./take";

const NOTHING = {
  widthPx: null,
  heightPx: null,
  tiles: null,
  wallMs: null,
  floorMs: null,
  ratio: null,
  diffShare: null,
  clearDiffShare: null,
  diffBox: null,
  markers: null,
  unjudgedPx: 0,
  ownChange: null,
  peakMb: null,
  pictureBytes: null,
  originalBytes: null,
  pageBytes: null,
  afterLastTileMs: null,
  missing: [],
};

export const failedRow = (page: string, browser: BrowserKind, error: string): Row => ({
  page,
  browser,
  ...NOTHING,
  error,
});

export async function compared(page: string, browser: BrowserKind, kept: KeptPicture, taken: Taken): Promise<Row> {
  const { png, photographs, ...about } = kept;
  const { wallMs, afterLastTileMs } = taken.save;
  const floorMs = browser === "chromium" ? (Math.ceil(photographs / 2) - 1) * 1000 : taken.bareMs;
  const ours = await judged(pngPicture(png), browser, taken);
  const own = taken.own && (await difference(taken.own.before, taken.own.after));
  return {
    page,
    browser,
    ...about,
    wallMs,
    floorMs,
    ratio: floorMs ? wallMs / floorMs : null,
    ...ours,
    ownChange: own?.share ?? null,
    peakMb: taken.peakMb === null ? null : Math.round(taken.peakMb),
    afterLastTileMs,
    error: null,
  };
}

export function peerRows(page: string, browser: BrowserKind, taken: Taken): Promise<PeerRow[]> {
  return Promise.all(
    taken.peers.map(async ({ name, outcome, peakMb }) => {
      const { widthPx, heightPx, tiles, wallMs, floorMs, diffShare } = NOTHING;
      const nothing = {
        widthPx,
        heightPx,
        tiles,
        wallMs,
        floorMs,
        diffShare,
        markers: null,
        peakMb: peakMb && Math.round(peakMb),
      };
      if (outcome instanceof Error) return { name, page, browser, ...nothing, error: outcome.message.split("\n")[0]! };
      const picture = pngPicture(outcome.png);
      const {
        diffBox: _box,
        clearDiffShare: _clear,
        unjudgedPx: _unjudged,
        ...judgement
      } = await judged(picture, browser, taken);
      const size = { widthPx: picture.widthPx, heightPx: picture.heightPx };
      return {
        name,
        page,
        browser,
        ...nothing,
        ...size,
        ...judgement,
        tiles: outcome.tiles,
        wallMs: outcome.wallMs,
        error: null,
      };
    }),
  );
}

interface Judgement {
  diffShare: number | null;
  clearDiffShare: number | null;
  diffBox: Difference["box"];
  markers: string | null;
  unjudgedPx: number;
}

const UNJUDGED = { diffShare: null, clearDiffShare: null, diffBox: null, markers: null, unjudgedPx: 0 };

async function judged(picture: Picture, browser: BrowserKind, { own, markers, dpr }: Taken): Promise<Judgement> {
  if (markers) return { ...UNJUDGED, markers: await checkMarkers(picture, markers, dpr) };
  if (!own) return UNJUDGED;
  // The browser's own picture may lack what lies left of the first window; that part of ours cannot be judged.
  const unjudgedPx = browser === "firefox" ? Math.max(0, picture.widthPx - own.before.widthPx) : 0;
  const judgeable = unjudgedPx > 0 ? columns(picture, unjudgedPx, own.before.widthPx) : picture;
  const { share, clearShare, box } = await difference(own.before, judgeable);
  return { diffShare: share, clearDiffShare: clearShare, diffBox: box, markers: null, unjudgedPx };
}
