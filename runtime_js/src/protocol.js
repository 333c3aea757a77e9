// Generated from pyui/view/protocol.py by `python -m build_tools.generate_protocol`. Do not edit.

/** Version of the payload and of everything below; the two sides refuse each other's when it differs. */
export const PAYLOAD_VERSION = 1;

/** The id of the element that holds the rendered page. */
export const ROOT_ID = "pyui-root";

/** The id of the script element that holds the payload. */
export const PAYLOAD_ID = "pyui-payload";

/** The attribute of an element that has a live part: its event types, then `:value`, `:checked` or `:group`. */
export const MARKER = "data-p";

/** The attribute of the element that a portal's content is put into, at the end of the root. */
export const PORTAL = "data-portal";

/** The attribute of an element in the document's head that a component or a route put there; tells it from others. */
export const HEAD_KEY = "data-head";

/** The attribute of a link that shows whether it leads to the present page: its `aria-current` then, and classes. */
export const LINK_ACTIVE = "data-active";

/** The attribute of a link whose data is loaded ahead: `hover` or `viewport`. */
export const LINK_PREFETCH = "data-prefetch";

/** The attribute of what was pressed before its handler was there, until the handler has run. */
export const WAITING = "data-waiting";

/** The comment before a block. */
export const BLOCK_START = "[";

/** The comment behind a block. */
export const BLOCK_END = "]";

/** The comment before a text run that has siblings. */
export const TEXT_START = "t";

/** The comment behind a text run that other text may follow. */
export const TEXT_END = "/";

/** The comment before trusted markup with markers of its own, at which the binder does not look. */
export const SKIP_START = "{";

/** The comment behind such markup. */
export const SKIP_END = "}";

/** The attribute of an element that may differ from what the server wrote, and in what. */
export const ALLOW_MISMATCH = "data-allow-mismatch";

/** The beginning of the comment that notes a component, before its index: in markup that is compared with a page. */
export const COMPONENT_START = "component ";

/** The comment behind a component, in such markup. */
export const COMPONENT_END = "/component";

/** What the comment before an island begins with, behind a `SKIP_START`; the rest of it is the island's trigger. */
export const ISLAND_START = "(";

/** The comment behind an island, before a `SKIP_END`. */
export const ISLAND_END = ")";

/** The comment in the place of an element that is cloned. */
export const CLONE = "\ue000";

/** id, text: replaces a text run; the id is that of its element or of its `TEXT_START`. */
export const OP_TEXT = 1;

/** id, name, value or null: sets or removes an attribute. */
export const OP_ATTRIBUTE = 2;

/** id, name, value: sets a property that an attribute only gives the default of. */
export const OP_PROPERTY = 3;

/** start id, end id, html, clones, four numbers: first element id, element count, first comment id, comment count.

Replaces a block's content. For each comment `CLONE` in the markup, there is a clone: a list of the number of its
markup, as of `OP_TEMPLATE`, and its values, as of `OP_ROWS`. */
export const OP_BLOCK = 4;

/** id of the node to insert before, html, clones, four numbers as above: inserts rows. */
export const OP_INSERT = 5;

/** row id, id of the node to insert before: moves a row. The id of a row is its element's or its `BLOCK_START`'s. */
export const OP_MOVE = 6;

/** row id: removes a row or the element of a portal. */
export const OP_REMOVE = 7;

/** start id, end id: removes all that stands between two comments. */
export const OP_CLEAR = 8;

/** html, clones, four numbers as above: appends a portal's element to the root. */
export const OP_PORTAL = 9;

/** id of a text run, start id, end id: makes a block of a text run whose value is no longer text. */
export const OP_FENCE = 10;

/** event type: from now on events of this type are sent to Python. */
export const OP_LISTEN = 11;

/** four numbers as above: forgets nodes that are gone. */
export const OP_FREE = 12;

/** html, clones, four numbers as above: replaces all that the root holds. */
export const OP_PAGE = 13;

/** title: sets the document's title. */
export const OP_TITLE = 14;

/** key, html or null: replaces, adds or removes an element in the document's head. */
export const OP_HEAD = 15;

/** number, markup: remembers the markup of elements that are alike. In it, the numbers of the values stand between
U+E000 and U+E001: as an attribute, or in text. */
export const OP_TEMPLATE = 16;

/** id of the node to insert before, number of the markup, count, first element id, elements of a row, first comment id,
comments of a row, values: inserts rows. The values are those of the first row in the order of the markup, then those of
the next; null is an attribute that is absent. */
export const OP_ROWS = 17;

/** start id of a list: notes which of its rows is at the top of what is seen, for the next `OP_VIEWPORT`. */
export const OP_HOLD = 18;

/** start id of a list, id of its first row or 0, that row's offset, low, high, how far the last row is below it or null.

Scrolls by what the row has moved that was noted. From then on sends `pyuiview` to the element that scrolls when what is
seen of the rows, in pixels from the beginning of the first, leaves the part from low to high, or when the last row is
not where it was said to be. */
export const OP_VIEWPORT = 19;

/** row id, block, focus: scrolls a row into view, and gives it the focus if that is 1. */
export const OP_REVEAL = 20;
