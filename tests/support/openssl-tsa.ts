/** A real time-stamp authority on this machine: `openssl ts -reply`, with certificates made anew for each test file. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Tsa {
  /** PEM. */
  root: string;
  /** PEM of the certificate between root and signer. */
  between: string;
  /** @param request DER. @returns The reply, DER; it holds the certificates of signer and `between` */
  reply(request: Uint8Array, signer?: Signer): Uint8Array<ArrayBuffer>;
  /** A reply with the content of a real one, signed by one whom `openssl ts -reply` refuses to sign with. */
  forged(request: Uint8Array, signer: Signer): Uint8Array<ArrayBuffer>;
  remove(): void;
}

const STAMPS = "extendedKeyUsage=critical,timeStamping";

/** Extensions of each signer's certificate. */
const SIGNERS = {
  good: `${STAMPS}\nkeyUsage=critical,digitalSignature`,
  expired: STAMPS,
  unfit: "extendedKeyUsage=critical,codeSigning",
  uncritical: "extendedKeyUsage=timeStamping",
  twoPurposes: "extendedKeyUsage=critical,timeStamping,codeSigning",
  encrypts: `${STAMPS}\nkeyUsage=critical,keyEncipherment`,
} as const;
export type Signer = keyof typeof SIGNERS;

const CA = "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign";
const SUBJECT = "/C=XX/O=Sample/CN=Sample";

const CONFIG = `
[ca]
default_ca = any
[any]
new_certs_dir = .
database = index.txt
rand_serial = yes
unique_subject = no
default_md = sha256
policy = anything
[anything]
C = optional
O = optional
CN = supplied
[tsa]
serial = serial
digests = sha256
default_policy = 1.2.3.4.1
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
tsa_name = yes
`;

/** @param keyType As `openssl req -newkey` takes it. */
export function makeTsa(keyType: readonly string[] = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]): Tsa {
  const dir = mkdtempSync(join(tmpdir(), "tsa-"));
  const at = (name: string) => join(dir, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  const read = (name: string) => new Uint8Array(readFileSync(at(name)));
  writeFileSync(at("config"), CONFIG);
  writeFileSync(at("index.txt"), "");
  writeFileSync(at("serial"), "01");

  function certify(name: string, issuer: string, extensions: string): void {
    writeFileSync(at(`${name}.ext`), `${extensions}\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n`);
    const key = ["-newkey", ...keyType, "-nodes", "-keyout", `${name}.key`];
    openssl("req", "-new", ...key, "-out", `${name}.csr`, "-subj", `${SUBJECT} ${name}`);
    const by = name === issuer ? ["-selfsign"] : ["-cert", `${issuer}.pem`];
    const dates = ["-startdate", "20200101000000Z", "-enddate", `${name === "expired" ? 2021 : 2049}0101000000Z`];
    const io = ["-in", `${name}.csr`, "-out", `${name}.pem`, "-extfile", `${name}.ext`];
    openssl(
      "ca",
      "-config",
      "config",
      "-batch",
      "-notext",
      "-rand_serial",
      "-keyfile",
      `${issuer}.key`,
      ...by,
      ...dates,
      ...io,
    );
  }

  certify("root", "root", CA);
  certify("between", "root", CA);
  for (const [name, extensions] of Object.entries(SIGNERS)) certify(name, "between", extensions);

  const reply: Tsa["reply"] = (request, signer = "good") => {
    writeFileSync(at("request.tsq"), request);
    const signed = ["-signer", `${signer}.pem`, "-inkey", `${signer}.key`, "-chain", "between.pem"];
    openssl(
      "ts",
      "-reply",
      "-config",
      "config",
      "-section",
      "tsa",
      "-queryfile",
      "request.tsq",
      ...signed,
      "-out",
      "reply",
    );
    return read("reply");
  };

  return {
    root: readFileSync(at("root.pem"), "utf8"),
    between: readFileSync(at("between.pem"), "utf8"),
    reply,
    forged(request, signer) {
      reply(request);
      openssl("ts", "-reply", "-config", "config", "-section", "tsa", "-in", "reply", "-token_out", "-out", "token");
      openssl("cms", "-verify", "-noverify", "-inform", "DER", "-in", "token", "-binary", "-out", "content");
      const content = ["-binary", "-nodetach", "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-in", "content"];
      const by = ["-cades", "-signer", `${signer}.pem`, "-inkey", `${signer}.key`, "-certfile", "between.pem"];
      openssl("cms", "-sign", ...content, ...by, "-outform", "DER", "-out", "forged");
      return granted(read("forged"));
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** TimeStampResp: a SEQUENCE of the status `granted` and the token. */
export function granted(token: Uint8Array): Uint8Array<ArrayBuffer> {
  const status = [0x30, 0x03, 0x02, 0x01, 0x00];
  const length = status.length + token.length;
  return new Uint8Array([0x30, 0x82, length >> 8, length & 0xff, ...status, ...token]);
}
