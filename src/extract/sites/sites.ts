/** Every platform's reader. Of those that are asked on any host, the more particular ones come first. */
import type { SiteReader } from "@/src/extract/site-reader";
import { medium, substack } from "./articles";
import { blogger } from "./blogger";
import { bluesky } from "./bluesky";
import { instagramMessages, xMessages } from "./direct-messages";
import { discord } from "./discord";
import { discourse } from "./discourse";
import { facebook } from "./facebook";
import { facebookMobile } from "./facebook-mobile";
import { fourchan } from "./fourchan";
import { github } from "./github";
import { hackernews } from "./hackernews";
import { instagram } from "./instagram";
import { lemmy } from "./lemmy";
import { lihkg } from "./lihkg";
import { linkedin } from "./linkedin";
import { mastodon } from "./mastodon";
import { flickr, imgur, lesswrong, ninegag, quora, snapchat, twitch } from "./media-sites";
import { messenger } from "./messenger";
import { misskey } from "./misskey";
import { nodebb } from "./nodebb";
import { forumotion, mybb, smf, vanilla } from "./other-forums";
import { phpbb } from "./phpbb";
import { pinterest } from "./pinterest";
import { pleroma } from "./pleroma";
import { reddit } from "./reddit";
import { redditOld } from "./reddit-old";
import { redditRedesign } from "./reddit-redesign";
import { soundcloud } from "./soundcloud";
import { stackexchange } from "./stackexchange";
import { telegram } from "./telegram";
import { telegramWeb } from "./telegram-web";
import { threads } from "./threads";
import { tiktok } from "./tiktok";
import { tumblr } from "./tumblr";
import { twitterClassic } from "./twitter-classic";
import { vbulletin3, vbulletin4, vbulletin5 } from "./vbulletin";
import { vichan } from "./vichan";
import { videoSites } from "./video-sites";
import { vk } from "./vk";
import { vkExport } from "./vk-export";
import { weibo } from "./weibo";
import { weiboCn } from "./weibo-cn";
import { whatsapp } from "./whatsapp";
import { wordpress } from "./wordpress";
import { x } from "./x";
import { xenforo1 } from "./xenforo1";
import { xenforo2 } from "./xenforo2";
import { youtube } from "./youtube";

const ON_THEIR_HOSTS: readonly SiteReader[] = [
  ...[
    xMessages,
    instagramMessages,
    x,
    bluesky,
    instagram,
    threads,
    tiktok,
    youtube,
    whatsapp,
    discord,
    linkedin,
    pinterest,
    vk,
    lihkg,
  ],
  ...[messenger, facebookMobile, facebook, reddit, redditRedesign, telegramWeb, telegram, weiboCn, weibo],
  ...[hackernews, stackexchange, github, lesswrong, ninegag, soundcloud, flickr, imgur, quora, twitch, snapchat],
  videoSites,
];

/** Told by their markup alone. */
const ON_ANY_HOST: readonly SiteReader[] = [
  ...[mastodon, lemmy, pleroma, misskey, discourse, nodebb, xenforo2, xenforo1, vbulletin5, vbulletin4, vbulletin3],
  ...[mybb, smf, vanilla, forumotion, phpbb, fourchan, vichan],
  ...[tumblr, medium, substack, blogger, wordpress],
  ...[twitterClassic, redditOld, vkExport],
];

export const SITES: readonly SiteReader[] = [...ON_THEIR_HOSTS, ...ON_ANY_HOST];
