// Files of Pyodide's file system that are fetched when Python opens them.

const EIO = 29;

/**
 * Makes a file whose content is got when it is opened for the first time. Opening is synchronous, so getting is as well.
 * @param {any} FS Emscripten's file system
 * @param {string} path
 * @param {() => Uint8Array} load
 */
export function lazyFile(FS, path, load) {
  FS.writeFile(path, new Uint8Array());
  const { node } = FS.lookupPath(path);
  const plain = node.stream_ops;
  const open = () => {
    try {
      node.contents = load();
    } catch (error) {
      console.error(error);
      throw new FS.ErrnoError(EIO); // any other error would end Python
    }
    node.usedBytes = node.contents.length;
    node.stream_ops = plain;
  };
  node.stream_ops = { ...plain, open };
}

/**
 * Fetches a file while everything waits. Only workers may ask for bytes in this way, so they come as text.
 * @param {string} url
 * @returns {Uint8Array}
 */
export function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) {
    throw new Error(`[PYUI421] ${url}, which Python needs now, answered ${request.status}. Build the site again.`);
  }
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
