/** The authority's answer (RFC 3161, 2.4.2), taken apart; whether it is to be believed is not looked at here. */
import { Certificate, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from "pkijs";

/** Longer ones are no reply of an authority: real ones have five to eight thousand bytes. */
export const MAX_REPLY_BYTES = 64 * 1024;

const ID_SIGNED_DATA = "1.2.840.113549.1.7.2";
const ID_TST_INFO = "1.2.840.113549.1.9.16.1.4";
/** `granted` and `grantedWithMods`. */
const GRANTED = [0, 1];

export interface Token {
  signed: SignedData;
  info: TSTInfo;
  certificates: Certificate[];
}

export type Reply = { kind: "token"; token: Token } | { kind: "refused" } | { kind: "unreadable" };

export function readReply(bytes: Uint8Array): Reply {
  if (bytes.length > MAX_REPLY_BYTES) return { kind: "unreadable" };
  try {
    const reply = TimeStampResp.fromBER(new Uint8Array(bytes).buffer);
    if (!GRANTED.includes(reply.status.status)) return { kind: "refused" };
    const token = tokenOf(reply);
    return token === null ? { kind: "unreadable" } : { kind: "token", token };
  } catch {
    return { kind: "unreadable" }; // the library throws many kinds of errors for bytes that are no reply
  }
}

export function readRequest(bytes: Uint8Array): TimeStampReq | null {
  if (bytes.length > MAX_REPLY_BYTES) return null;
  try {
    return TimeStampReq.fromBER(new Uint8Array(bytes).buffer);
  } catch {
    return null;
  }
}

function tokenOf({ timeStampToken }: TimeStampResp): Token | null {
  if (timeStampToken?.contentType !== ID_SIGNED_DATA) return null;
  const signed = new SignedData({ schema: timeStampToken.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== ID_TST_INFO || eContent === undefined || signed.signerInfos.length !== 1) return null;
  const info = TSTInfo.fromBER(eContent.getValue());
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate);
  return info.version === 1 ? { signed, info, certificates } : null;
}
