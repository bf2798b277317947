import { t } from "@/src/i18n/t";
import { standing } from "@/src/model/correction";
import { exhibitLabel } from "@/src/model/exhibit";
import { browserAddress, claimsOf, isPage, originOf } from "@/src/model/exhibit-kind";
import { BackLink } from "@/src/ui/parts/BackLink";
import { MissingNotice } from "@/src/ui/parts/MissingNotice";
import { DeleteItem, KeepAddressOnly } from "./DeleteItem";
import { FileSays } from "./file/FileSays";
import { HowCameIn } from "./file/HowCameIn";
import { ShownFile } from "./file/ShownFile";
import { TypedFacts } from "./file/TypedFacts";
import { History } from "./History";
import { HowSaved } from "./HowSaved";
import { Where } from "./KeptRow";
import type { LibraryCalls } from "./library-calls";
import { MarkedCopy } from "./MarkedCopy";
import { PageSays } from "./PageSays";
import { Picture } from "./Picture";
import { ReadFailure } from "./ReadFailure";
import { RemarksCard } from "./remarks/RemarksCard";
import { HREF, noticeHref, reportHref } from "./routes";
import type { ItemState } from "./state";
import { TechnicalDetails } from "./TechnicalDetails";
import { Thread } from "./Thread";
import { Title } from "./Title";

type ReadItem = Extract<ItemState, { step: "read" }>;

/** One kept item. */
export function Item({ item, calls }: { item: ItemState; calls: LibraryCalls }) {
  return (
    <div class="stack">
      <BackLink href={HREF.kept}>{t("sectionKept")}</BackLink>
      <Body item={item} calls={calls} />
    </div>
  );
}

function Body({ item, calls }: { item: ItemState; calls: LibraryCalls }) {
  switch (item.step) {
    case "reading":
      return <Title>{t("reading")}</Title>;
    case "failed":
      return (
        <>
          <Title>{t("itemNotRead")}</Title>
          <ReadFailure failure={item.failure} />
        </>
      );
    case "read":
      return <Whole item={item} calls={calls} />;
  }
}

function Whole({ item, calls }: { item: ReadItem; calls: LibraryCalls }) {
  const { record, history, corrections, said, picture, marked, remarks, cover } = item;
  return (
    <>
      <div>
        <Title>{exhibitLabel(record.exhibit)}</Title>
        <p class="secondary">
          <Where
            item={{
              platform: originOf(record),
              url: browserAddress(record) ?? "",
              handle: claimsOf(record).handle ?? null,
              correctedHandle: standing(corrections ?? []).get("handle")?.value ?? undefined,
            }}
          />
        </p>
      </div>
      <MissingNotice missing={record.missing} />
      {isPage(record) ? (
        <>
          <Picture
            record={record}
            picture={picture}
            cover={cover}
            coverCalls={calls.cover}
            onShow={calls.onShowPicture}
            onCover={calls.onCoverPicture}
          />
          <PageSays record={record} corrections={corrections} said={said} onCorrect={calls.onCorrect} />
          <RemarksCard id={record.id} remarks={remarks} calls={calls} />
          {record.thread !== undefined && <Thread thread={record.thread} />}
          <HowSaved record={record} />
          <MarkedCopy marked={marked} onSave={calls.onSaveMarked} onStop={calls.onStopMarked} />
        </>
      ) : (
        <>
          <ShownFile record={record} picture={picture} cover={cover} calls={calls} />
          {record.kind === "import" && <FileSays imported={record.imported} />}
          <TypedFacts corrections={corrections} said={said} onCorrect={calls.onCorrect} />
          <RemarksCard id={record.id} remarks={remarks} calls={calls} />
          <HowCameIn record={record} />
        </>
      )}
      <History history={history} />
      <ul class="plain-links">
        <li>
          <a href={reportHref(record.id)}>{t("reportAboutThis")}</a>
        </li>
        <li>
          <a href={noticeHref(record.id)}>{t("noticeAboutThis")}</a>
        </li>
      </ul>
      {isPage(record) && <KeepAddressOnly exhibit={record.exhibit} onDelete={calls.onAddressOnly} />}
      <DeleteItem exhibit={record.exhibit} onDelete={calls.onDelete} />
      <TechnicalDetails record={record} />
    </>
  );
}
