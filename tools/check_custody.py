#!/usr/bin/env python3
"""Checks a custody log apart from Tidemark, as docs/formats/custody-log.md says. Needs Python only; openssl for signatures.
check_custody.py CUSTODY.JSONL HEAD.JSON [HEAD.SIG DEVICE-KEY.PEM]   exit 0: it holds, 1: it does not, 2: wrong usage"""
import datetime, decimal, hashlib, json, re, subprocess, sys

FIELDS = "actor app detail digest event hash item prev seq tz utc".split()
EVENTS = ("capture import digest check mark blur stitch reveal edit-note export stamp hand-over restore delete "
          "encrypt decrypt").split()
ROLES = ("survivor", "friend", "bystander", "unstated")
TIME, DIGEST = re.compile(r"\d{4}(-\d\d){2}T\d\d:\d\d:\d\d\.\d{3}Z", re.A), re.compile(r"sha256:[0-9a-f]{64}")

def number(value):  # as ECMAScript writes it (RFC 8785, 3.2.2.3)
    sign, digits, exponent = decimal.Decimal(repr(value + 0.0)).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if len(text) <= point <= 21: text += "0" * (point - len(text))
    elif 0 < point <= 21: text = text[:point] + "." + text[point:]
    elif -6 < point <= 0: text = "0." + "0" * -point + text
    else: text = text[0] + ("." + text[1:] if text[1:] else "") + "e%+d" % (point - 1)
    return "-" * sign + text

def canonical(value):  # RFC 8785
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number(value) if is_number else json.dumps(value, ensure_ascii=False)

def sha256(text): return hashlib.sha256(text.encode()).hexdigest()

def expect(holds, what):
    if not holds: raise ValueError(what)

def check_entry(line, seq, prev):
    entry = json.loads(line)
    expect(sorted(entry) == FIELDS and canonical(entry) == line, "other fields, or not canonical")
    expect(all(isinstance(entry[name], str) and entry[name] for name in ("app", "tz", "utc")), "a text is missing")
    expect(len(entry["tz"].encode("utf-16-le")) <= 128, "no zone")
    expect(type(entry["seq"]) is int and entry["seq"] == seq, "wrong number")
    expect(entry["event"] in EVENTS and entry["actor"] in ROLES, "unknown word")
    expect(TIME.fullmatch(entry["utc"]) and datetime.datetime.fromisoformat(entry["utc"][:-1]), "no time")
    expect(entry["item"] is None or isinstance(entry["item"], str) and entry["item"], "no item")
    expect(entry["digest"] is None or DIGEST.fullmatch(entry["digest"]), "no digest")
    expect(not any(isinstance(value, (dict, list)) for value in entry["detail"].values()), "no detail")
    expect(entry["prev"] == prev, "the entry before was replaced")
    expect(entry["hash"] == sha256(canonical({k: v for k, v in entry.items() if k != "hash"})), "edited")
    return entry["hash"]

def main(log, head, signature=None, key=None):
    lines, stated = open(log, "rb").read().decode().split("\n"), json.loads(open(head, "rb").read())
    expect(lines.pop() == "" and lines, "empty, or the last line is not ended")
    last = sha256("custody-v1:" + stated["caseId"])
    for seq, line in enumerate(lines): last = check_entry(line, seq, last)
    ends = {"schema": "tidemark-head/1", "caseId": stated["caseId"], "lastSeq": len(lines) - 1, "headHash": last}
    expect(open(head, "rb").read().decode() == canonical(ends), "does not end at the head")
    if key: subprocess.check_output(["openssl", "dgst", "-sha256", "-verify", key, "-signature", signature, head])

try: print("holds") if len(sys.argv) in (3, 5) and not main(*sys.argv[1:]) else sys.exit(print(__doc__) or 2)
except Exception as error: sys.exit(print("does not hold:", error) or 1)
