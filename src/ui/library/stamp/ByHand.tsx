import { useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import type { ReplyFiles } from "./run-stamp";

interface ByHandProps {
  /** The request was saved from this page, so it need not be chosen. */
  isRequestSaved: boolean;
  onSaveRequest: () => void;
  onAddReply: (files: ReplyFiles) => void;
}

/** Without the network: the request goes to an authority some other way, and its reply is added here. */
export function ByHand({ isRequestSaved, onSaveRequest, onAddReply }: ByHandProps) {
  const reply = useRef<HTMLInputElement>(null);
  const request = useRef<HTMLInputElement>(null);
  const certificates = useRef<HTMLInputElement>(null);
  const add = () =>
    onAddReply({
      reply: reply.current?.files?.[0] ?? null,
      request: request.current?.files?.[0] ?? null,
      certificates: [...(certificates.current?.files ?? [])],
    });
  return (
    <section class="card stack-tight" aria-labelledby="stamp-hand-title">
      <h3 id="stamp-hand-title">{t("stampHandTitle")}</h3>
      <p>{t("stampHandIntro")}</p>
      <Button onPress={onSaveRequest}>{t("stampSaveRequest")}</Button>
      <p role="status">{isRequestSaved && t("stampRequestSaved")}</p>
      <p>{t("stampHandThen")}</p>
      <label class="labelled">
        <span>{t("stampReplyFile")}</span>
        <input class="input" type="file" accept=".tsr,application/timestamp-reply" ref={reply} />
      </label>
      {!isRequestSaved && (
        <label class="labelled">
          <span>{t("stampRequestFile")}</span>
          <input class="input" type="file" accept=".tsq,application/timestamp-query" ref={request} />
        </label>
      )}
      <label class="labelled">
        <span>{t("stampCertificateFiles")}</span>
        <input class="input" type="file" accept=".pem,.crt,.cer,.der" multiple ref={certificates} />
      </label>
      <Button onPress={add}>{t("stampAddReply")}</Button>
    </section>
  );
}
