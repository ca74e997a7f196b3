// Förhandsvisningens eget skript. Det finns bara här: sidorna som visas är de som render skriver, utan skript.
"use strict";
const frame = document.getElementById("sida");
let wanted = null;
let seen = null;

function part(tag, words, name) {
  const made = document.createElement(tag);
  made.textContent = words;
  if (name) made.className = name;
  return made;
}

function shownPage() {
  try { return frame.contentDocument; } catch { return null; }
}

// Rutan "saknas" som säger samma sak, annars rubriken som fyndet hör till.
function point() {
  const page = shownPage();
  if (!wanted || !page || !page.body) return;
  const said = wanted.message.toLowerCase();
  const squeezed = (text) => text.replace(/\s+/g, " ").toLowerCase();
  const box = [...page.querySelectorAll(".saknas")].find((each) => squeezed(each.textContent).includes(squeezed(said)));
  const place = box || (wanted.anchor && page.getElementById(wanted.anchor)) || page.querySelector("h1");
  wanted = null;
  if (!place) return;
  for (const old of page.querySelectorAll("[data-visas]")) { old.removeAttribute("data-visas"); old.style.outline = ""; }
  place.setAttribute("data-visas", "");
  place.style.outline = "3px solid #c05a00";
  place.style.outlineOffset = "4px";
  place.scrollIntoView({ block: "center" });
}

function go(finding) {
  wanted = finding;
  const address = new URL(finding.page, document.baseURI);
  const here = frame.contentWindow.location;
  if (here.pathname === address.pathname) point();
  else here.replace(address.href);
}

function list(state) {
  const items = state.findings.filter((one) => one.suppressed !== "undantag");
  const rows = items.map((one) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = one.level;
    button.dataset.fingerprint = one.fingerprint;
    button.dataset.code = one.code;
    const known = one.suppressed === "baseline" ? " (känt sedan tidigare)" : "";
    button.append(part("strong", `${one.word} ${one.code}`), `: ${one.message}${known}`);
    button.append(part("span", one.help, "hjälp"), part("span", `${one.file}, rad ${one.line}`, "plats"));
    if (one.page) button.addEventListener("click", () => go(one));
    else button.disabled = true;
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  document.getElementById("fynd").replaceChildren(...rows);
  document.getElementById("antal").textContent = items.length === 0 ? "Inget att anmärka på." : `${items.length} fynd`;
}

function renew(home) {
  const at = frame.contentWindow.location;
  if (!at.pathname.includes("/paket/")) { if (home) at.replace(new URL(home, document.baseURI).href); return; }
  const scrolled = frame.contentWindow.scrollY;
  frame.addEventListener("load", () => {
    const page = shownPage();
    // En sida som inte längre finns ersätts med den första.
    if (page && !page.querySelector("main") && home) at.replace(new URL(home, document.baseURI).href);
    else frame.contentWindow.scrollTo(0, scrolled);
  }, { once: true });
  at.reload();
}

async function update() {
  const state = await (await fetch("__state")).json();
  document.title = `Förhandsvisning: ${state.title}`;
  const fault = document.getElementById("fel");
  fault.textContent = state.error;
  fault.hidden = !state.error;
  list(state);
  if (seen !== state.pages) {
    seen = state.pages;
    renew(state.home);
  }
}

frame.addEventListener("load", point);
const live = new EventSource("__live");
live.addEventListener("message", () => { update().catch(() => {}); });
live.addEventListener("error", () => { document.getElementById("antal").textContent = "Förhandsvisningen är avslutad, eller svarar inte just nu."; });
