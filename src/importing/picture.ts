/** What a picture says of itself (Exif): when it was taken, with what, where. Whoever has the file can write anything there. */
import ExifReader from "exifreader";
import type { FileClaim } from "@/src/model/from-elsewhere";

/** Of the beginning of the file, where cameras write it. */
export const EXIF_BYTES = 8 << 20;

/** @throws whatever the parser throws where the file is not as it should be, or says nothing */
export function exifClaims(bytes: ArrayBuffer): FileClaim[] {
  const { exif = {}, gps } = ExifReader.load(bytes, { expanded: true });
  const text = (tag: string): string => String((exif as Record<string, Tag>)[tag]?.description ?? "").trim();
  const claim = (name: FileClaim["name"], value: string, source: string): FileClaim[] =>
    value === "" ? [] : [{ name, value, source: `exif:${source}` }];
  const taken = [text("DateTimeOriginal"), text("OffsetTimeOriginal")].filter(Boolean).join(" ");
  const device = [text("Make"), text("Model")].filter(Boolean).join(" ");
  const place = [gps?.Latitude, gps?.Longitude].filter((degrees) => Number.isFinite(degrees));
  return [
    ...claim("taken", taken, "DateTimeOriginal"),
    ...claim("device", device, "Model"),
    ...claim("program", text("Software"), "Software"),
    ...claim("place", place.length < 2 ? "" : place.map((degrees) => degrees!.toFixed(5)).join(", "), "GPS"),
  ];
}

interface Tag {
  description?: unknown;
}
