// The little of Node that `make_snapshot.js` uses.

declare const process: { argv: string[] };

declare module "node:crypto" {
  const crypto: { randomFillSync: <T extends ArrayBufferView>(view: T) => T };
  export default crypto;
}

declare module "node:fs" {
  export function readFileSync(path: string): Uint8Array;
  export function readFileSync(path: string, encoding: "utf8"): string;
  export function writeFileSync(path: string, data: string | Uint8Array): void;
}

declare module "node:url" {
  export function pathToFileURL(path: string): URL;
}
