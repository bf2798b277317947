/** Shows one face, by the address: `?screen=popup-ready&language=zh-Hant`. Without one, it names them all. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { type Language, speak } from "./fake-browser";
import { PRESSED, press } from "./pressed";
import { SCREENS } from "./screens";
import "./gallery.css";

const asked = new URLSearchParams(location.search);
const name = asked.get("screen") ?? "";
const pressed = PRESSED[name];
const screen = SCREENS[pressed?.face ?? name];
speak((asked.get("language") ?? "en") as Language);
declareLanguage(document.documentElement);
document.title = "Notes";
document.documentElement.classList.toggle("in-tab", asked.has("tab"));
if (screen) render(screen(), document.body);
else document.body.textContent = JSON.stringify([...Object.keys(SCREENS), ...Object.keys(PRESSED)]);
if (pressed) press(pressed.button);
