/**
 * Video sites, most of them for adults: the uploader's link beside the video. The time comes from the page's own
 * description of the video (JSON-LD); ages like "2 years ago" are only words.
 */
import { inPath } from "@/src/extract/dom";
import { mediaReader } from "@/src/extract/media-page";
import type { Page } from "@/src/extract/page";

const namedKey = ({ url }: Page) =>
  url?.searchParams.get("viewkey") ??
  inPath(url, /^\/(?:video|videos|embed)[./-]?(\w{4,}|[\w-]*\d[\w-]*)(?:\/|$)/) ??
  inPath(url, /^\/([\w-]+)\/video(?:\/|$)/) ??
  inPath(url, /^\/(\d{4,})(?:\/|$)/);

export const videoSites = mediaReader({
  name: "video-site",
  platforms: ["pornhub", "aylo-network", "xvideos", "xnxx", "xhamster", "spankbang", "vimeo", "dailymotion"],
  namedKey,
  author:
    ".video-detailed-info .usernameBadgesWrapper a[href], .video-info-row .usernameWrap a[href], .userInfo .username a[href], " +
    ".video-metadata .uploader-tag a[href], .video-metadata a.uploader-tag[href], #video-content-metadata .uploader a[href], " +
    ".video-uploader-section a[href], .video-author-section a[href], [data-role='video-uploader'] a[href], a[rel='author'][href]",
  handle:
    /^\/(?:model|models|users?|channels?|profiles?|pornstar|pornstar-channels|amateur-channels|creators|amateurs)\/([^/]+)\/?$/,
  mediaCount: 1,
});
