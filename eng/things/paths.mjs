// SVG path data on a field of 32 by 32 as relative whole numbers on one of 1024: short, and as fine as any film shows.
const arity = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const scale = 32;

export function compact(paths) {
  let out = "", x = 0, y = 0;
  for (const d of paths) {
    let cx = 0, cy = 0, sx = 0, sy = 0, last = "";
    for (const [command, ...given] of commands(d)) {
      const upper = command.toUpperCase(), relative = command !== upper;
      const args = absolute(upper, given, relative ? cx : 0, relative ? cy : 0);
      if (upper === "Z") { [cx, cy] = [sx, sy]; [x, y] = [r(cx), r(cy)]; out += last = "z"; continue; }
      const end = upper === "H" ? [args[0], cy] : upper === "V" ? [cx, args[0]] : args.slice(-2);
      const name = upper === "H" || upper === "V" ? "l" : upper.toLowerCase();
      let numbers;
      if (upper === "A") numbers = [Math.max(1, r(args[0])), Math.max(1, r(args[1])), Math.round(args[2]), args[3], args[4], r(end[0]) - x, r(end[1]) - y];
      else if (name === "l" || upper === "M" || upper === "T") numbers = [r(end[0]) - x, r(end[1]) - y];
      else numbers = args.map((v, i) => r(v) - (i % 2 ? y : x));
      if (upper === "M") [sx, sy] = end;
      // Only the very first move is from 0, 0; all others are relative too.
      out += (name === last && name !== "m" ? joined(" ", numbers) : name + joined("", numbers));
      last = name;
      [cx, cy] = end;
      [x, y] = [r(cx), r(cy)];
    }
  }
  return out;
}

const r = v => Math.round(v * scale);

function joined(first, numbers) {
  return numbers.reduce((s, n, i) => s + (n < 0 ? "" : i === 0 ? first : " ") + n, "");
}

function absolute(command, args, dx, dy) {
  if (command === "H") return [args[0] + dx];
  if (command === "V") return [args[0] + dy];
  if (command === "A") return [...args.slice(0, 5), args[5] + dx, args[6] + dy];
  return args.map((v, i) => v + (i % 2 ? dy : dx));
}

function* commands(d) {
  for (const [, letter, tail] of d.matchAll(/([MLHVCSQTAZmlhvcsqtaz])([^MLHVCSQTAZmlhvcsqtaz]*)/g)) {
    const count = arity[letter.toUpperCase()];
    if (count === 0) { yield [letter]; continue; }
    const numbers = letter.toUpperCase() === "A" ? arcs(tail) : [...tail.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(m => +m[0]);
    for (let i = 0; i < numbers.length; i += count)
      yield [i > 0 && letter === "M" ? "L" : i > 0 && letter === "m" ? "l" : letter, ...numbers.slice(i, i + count)];
  }
}

// The two flags of an arc may stand without anything between them.
function arcs(tail) {
  const number = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?)", gap = "[\\s,]*";
  const arc = new RegExp([number, number, number, "([01])", "([01])", number, number].join(gap), "gi");
  return [...tail.matchAll(arc)].flatMap(m => m.slice(1).map(Number));
}
