// Writes the one data file of things that the renderer can draw, from the icons (MIT), the names of their emoji (Unicode licence)
// and the curated lists beside this file. Run by a maintainer after a change of the lists: see README.md.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { compact } from "./paths.mjs";

const require = createRequire(import.meta.url);
const lines = name => readFileSync(new URL(name, import.meta.url), "utf8").split("\n").filter(l => l.trim() && !l.startsWith("#"));
const icons = require("@iconify-json/fluent-emoji-high-contrast/icons.json").icons;
const chars = require("@iconify-json/fluent-emoji-high-contrast/chars.json");
const annotations = language => require(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations;
const [en, zh] = [annotations("en"), annotations("zh")];

const signs = new Map();
for (const [code, icon] of Object.entries(chars)) {
  const sign = String.fromCodePoint(...code.split("-").map(c => parseInt(c, 16)).filter(c => c !== 0xfe0f));
  if ([...sign].length === 1) signs.set(icon, [...(signs.get(icon) ?? []), sign]);
}

const shapes = new Map(lines("shapes.txt").map(l => l.split("\t")));
const faces = lines("faces.txt").map(l => l.split(" "));
const unwanted = new Set(lines("unwanted.txt"));
const places = { sea: "Sea", city: "City", forest: "Forest", mountains: "Mountains", meadow: "Meadow", room: "Room", desert: "Desert", underwater: "Underwater" };
const habitats = new Set(["ground", "sky", "water", "wall", "hang"]);
const things = [];
for (const file of ["living.txt", "props.txt", "more.txt"]) {
  let group = [];
  for (const line of lines(file)) {
    if (line.startsWith("@")) { group = line.slice(1).trim().split(" "); continue; }
    things.push(read(line, group));
  }
}

function read(line, [kind, motion, habitat, place]) {
  const [head, english = "", chinese = ""] = line.split("|");
  const [name, size, color, ...rest] = head.trim().split(" ");
  const [id, drawing = id] = name.split("=");
  let faces = "left";
  for (const word of rest) {
    if (habitats.has(word)) habitat = word;
    else if (word in places || word === "-") place = word;
    else if (word === "right") faces = word;
    else motion = word;
  }

  const thing = { id, drawing, kind, motion, habitat, place: places[place] ?? "", size, color, faces, english: names(english), chinese: names(chinese) };
  const only = english.trim() === "~";
  if (only) thing.english = [];
  else if (id !== drawing) {
    // The id is a name too, unless it is one that stands for something near.
    const name = id.replaceAll("-", " ");
    if (!thing.english.includes("~" + name)) thing.english.unshift(name);
  }
  else {
    thing.english.unshift(named(en, drawing)?.toLowerCase().replaceAll("-", " ").replace(/[’:]/g, ""));
    thing.chinese.unshift(named(zh, drawing));
  }

  thing.english = [...new Set(thing.english)].filter(n => n && !unwanted.has(n));
  thing.chinese = [...new Set(thing.chinese)].filter(n => n && !unwanted.has(n));
  return thing;
}

function names(list) { return list.split(",").map(n => n.trim()).filter(n => n && n !== "~"); }

function named(annotation, icon) {
  for (const sign of signs.get(icon) ?? []) if (annotation[sign]) return annotation[sign].tts?.[0];
}

function inkOf(drawing) {
  if (drawing.startsWith("@")) {
    const d = shapes.get(drawing.slice(1));
    if (!d) throw new Error(`no shape ${drawing}`);
    return "E" + compact([d]);
  }
  const icon = icons[drawing];
  if (!icon) throw new Error(`no icon ${drawing}`);
  const body = icon.body.replace(/<defs>.*?<\/defs>/gs, "").replace(/<(mask|clipPath).*?<\/\1>/gs, "");
  const paths = [...body.matchAll(/<path[^>]*?\sd="([^"]+)"/g)].map(m => m[1]);
  return (/fill-rule="evenodd"/.test(body) ? "E" : "W") + compact(paths);
}

// A name belongs to the first thing that claims it; a drawing is written once.
const taken = new Set();
const own = list => list.filter(n => !taken.has(n.replace("~", "")) && taken.add(n.replace("~", "")));
const drawn = new Map();
const emoji = new Map();
for (const [icon, id] of faces) for (const sign of signs.get(icon) ?? []) emoji.set(sign, id);
for (const thing of things) if (thing.id === thing.drawing) for (const sign of signs.get(thing.id) ?? []) if (!emoji.has(sign)) emoji.set(sign, thing.id);
const rows = [];
const problems = [];
for (const thing of things) {
  try {
    const first = drawn.get(thing.drawing);
    if (!first) drawn.set(thing.drawing, thing.id);
    const path = first ? "=" + first : inkOf(thing.drawing);
    const ownSigns = [...emoji].filter(([, id]) => id === thing.id).map(([sign]) => sign);
    const [color, second = ""] = thing.color.split("/");
    rows.push([thing.id, thing.kind, thing.motion, thing.habitat, thing.place, thing.size, color, second, thing.faces,
      own(thing.english).join(","), own(thing.chinese).join(","), ownSigns.join(","), path].join("\t"));
  } catch (error) { problems.push(`${thing.id}: ${error.message}`); }
}
const ids = rows.map(r => r.split("\t")[0]);
problems.push(...ids.filter(id => !/^[a-z0-9-]+$/.test(id)).map(id => `${id} is no id`));
problems.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `${id} twice`));
if (problems.length) { console.error(problems.join("\n")); process.exit(1); }
// No icon of the five categories is forgotten: it is a thing, or it stands in the list of those that are not.
const categories = require("@iconify-json/fluent-emoji-high-contrast/metadata.json").categories;
const rejected = new Set(lines("rejected.txt").flatMap(l => l.split(" ")));
for (const category of ["Animals & Nature", "Food & Drink", "Activities", "Objects", "Travel & Places"])
  for (const icon of categories[category]) if (!drawn.has(icon) && !rejected.has(icon)) problems.push(`${icon} is neither a thing nor rejected`);
for (const icon of rejected) if (drawn.has(icon)) problems.push(`${icon} is a thing and rejected`);
if (problems.length) { console.error(problems.join("\n")); process.exit(1); }
const head = [
  "# Written by eng/things/extract.mjs; change the lists there. One thing a line, by tabs: id, kind, motion, habitat, place, metres, colour,",
  "# second colour, side it faces, English names, Chinese names, signs, drawing (W or E: fill rule, then path data on a field of 1024; =id: that of another).",
  "# Drawings: Fluent Emoji High Contrast, Copyright (c) Microsoft Corporation, MIT. Names: Unicode CLDR, Copyright (c) Unicode, Inc.",
];
writeFileSync(new URL("../../src/OmniReel.Media/Things/things.txt", import.meta.url), [...head, ...rows].join("\n") + "\n");
console.log(`${rows.length} things, ${drawn.size} drawings, ${taken.size} names, ${emoji.size} signs`);
