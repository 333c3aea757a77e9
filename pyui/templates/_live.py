"""Writes the source of two functions for elements with live parts. Runs on the server.

Which parts of an element are live follows from the classes of its values, so there is a pair of functions for each
combination that comes by. For `p("n ", count, class_="x", title=text)` with a signal and a string it is

    def make(v0, v1):
        w1 = v1
        …escape…
        element = new(LiveElement)
        element.write = write
        element.arguments = (v0, w1)
        …

    def write(walk, row, v0, w1):
        walk.recorder.live += 1
        append = walk.out.append
        a1 = v0()
        b1 = live_text(a1)
        if b1 is not None: append(f'<p class="x" title="{w1}" data-p="">n {b1}')
        else:
            append(f'<p class="x" title="{w1}"{row}>')
            yield from blocks(('n ', v0), ['n ', a1], False)
        append('</p>')

`make` runs in place of the calls of element functions; it goes the general way where one of them would raise. `write`
runs when the walk comes by, and evaluates what is live in the order in which the walk does.
"""

from collections.abc import Mapping

from pyui.templates._fast import MENDS, joined, static_part
from pyui.templates._group import Group
from pyui.templates._kinds import Kind
from pyui.templates._live_values import Entry, LiveValues, Run, UnfitError
from pyui.templates._parts import AttributeHole, ElementPart, HandlerHole
from pyui.view.protocol import MARKER, TEXT_END, TEXT_START


class LiveFunctions(LiveValues):
    """Writes the source of both functions.

    Args:
        group: what they make.
        kinds: what each value is.
        name: the end of their names.
        general: the name of the general function.
    """

    def __init__(self, group: Group, kinds: Mapping[int, Kind], name: str, general: str) -> None:
        super().__init__(group, kinds, f"make{name}", general)
        self._name_of_write = f"write{name}"
        self._general = general
        self._writes: list[str] = []  # the lines of `write`
        self._pending: list[str] = []  # parts of what it appends next
        self._used: dict[str, None] = {}  # its parameters
        self._live = 0
        self._evaluated = 0

    def both(self) -> str:
        """Writes the source.

        Raises:
            UnfitError: such an element is made the general way.
        """
        root = self._group.root
        if not isinstance(root, ElementPart):
            raise UnfitError
        self._add(root)
        self._append()
        names = "".join(f"{name}, " for name in self._used)
        self._line("element = new(LiveElement)")
        self._line(f"element.write = {self._name_of_write}")
        self._line(f"element.arguments = ({names})")
        self._line(f"element.general = {self._general}")
        self._line(f"element.values = ({self._parameters}{',' if self._group.places else ''})")
        self._line("return element")
        head = [f"def {self._name_of_write}(walk, row, {names}):", f"    walk.recorder.live += {self._live}"]
        return "\n".join([*self._lines, *head, "    append = walk.out.append", *self._writes])

    def _write_line(self, text: str) -> None:
        self._writes.append("    " + text)

    def _use(self, name: str) -> str:
        self._used[name] = None
        return name

    def _add_static(self, parts: list[str]) -> None:
        for part in parts:
            if part[:1] != "{" or part[1:2] == "{":
                self._pending.append(part)
                continue
            name = part[1:-1]
            if not name.isidentifier():
                name = self._single([part])[1:-1]
            if name[0] != "b":  # the text of a live part, which `write` has
                self._use(name)
            self._pending.append(f"{{{name}}}")

    def _append(self, indent: str = "") -> None:
        """Writes what is pending."""
        if any(part[:2] == "{w" for part in self._pending):
            self._write_line(f"{indent}html = {joined(self._pending)}")
            self._write_line(f"{indent}{MENDS}")
            self._write_line(f"{indent}append(html)")
        elif self._pending:
            self._write_line(f"{indent}append({joined(self._pending)})")
        self._pending = []

    def _add(self, element: ElementPart) -> None:
        """Writes an element in which something is live."""
        static, live, handlers = [static_part(f"<{element.tag.name}")], list[AttributeHole](), list[str]()
        bound: HandlerHole | None = None
        for attribute in element.attributes:
            if isinstance(attribute, str):
                static.append(static_part(attribute))
            elif isinstance(attribute, HandlerHole) and attribute.control:
                bound = attribute
            elif isinstance(attribute, HandlerHole):
                handlers += self._handler(attribute)
            elif self._is_live_attribute(attribute):
                live.append(attribute)
            else:
                static += self._attribute(attribute)
        self._add_static(static)
        if bound is not None:
            handlers = [*sorted({*handlers, _event(bound)}), f":{bound.name[5:]}"]
        marker = f' {MARKER}="{" ".join(handlers)}"' if handlers or live else ""
        self._live += bool(marker)
        entries = self._entries(element)
        if len(entries) == 1 and isinstance(entries[0], Run):
            self._add_whole(entries[0], live, marker, is_root=element is self._group.root)
        else:
            self._add_attributes(live)
            if bound is not None:
                self._add_bound(bound)
            self._pending.append(marker or ("{row}" if element is self._group.root else ""))
            self._pending.append(">")
            for entry in entries:
                self._add_entry(entry)
        self._pending.append("" if element.tag.void else f"</{element.tag.name}>")

    def _handler(self, hole: HandlerHole) -> list[str]:
        name = self._variable(hole)
        if self._kind(hole) is Kind.NOTHING:
            self._line(f"if {name} is not None: {self._bail()}")
            return []
        self._line(f"if {name}.__class__ is not function and not callable({name}): {self._bail()}")
        return [hole.name]

    def _add_bound(self, hole: HandlerHole) -> None:
        signal, bind, text = self._variable(hole), self._name(), f"x{self._evaluated + 1}"
        self._evaluated += 1
        self._line(f"if {signal}.__class__ is not Signal: {self._bail()}")
        self._line(f"{bind} = Bind({hole.name[5:]!r}, {_event(hole)!r}, {signal}, {hole.control!r}, None)")
        self._write_line(f"{text} = bound_attributes({self._use(bind)})")
        self._pending.append(f"{{{text}}}")

    def _add_attributes(self, holes: list[AttributeHole]) -> None:
        for hole in holes:
            self._evaluated += 1
            name = f"x{self._evaluated}"
            self._write_line(f"{name} = live_attribute({hole.name!r}, {self._use(self._variable(hole))})")
            self._pending.append(f"{{{name}}}")

    def _add_entry(self, entry: Entry) -> None:
        if isinstance(entry, ElementPart):
            self._add(entry)
        elif isinstance(entry, list):
            self._add_static(entry)
        elif isinstance(entry, Run):
            self._append()
            test, html = self._evaluate(entry)
            self._write_line(f"if {test}:")
            self._pending = [f"<!--{TEXT_START}-->"]
            self._add_static(html)
            self._pending.append(f"<!--{TEXT_END}-->" if entry.followed else "")
            self._append("    ")
            self._write_line(f"else: {self._blocks(entry)}")
        else:
            self._append()
            self._write_line(f"yield{' from' if entry.many else ''} {self._use(entry.name)}")

    def _add_whole(self, run: Run, live: list[AttributeHole], marker: str, *, is_root: bool) -> None:
        """Writes what follows the name of an element that holds nothing but a run, up to its end tag."""
        test, html = self._evaluate(run)
        self._add_attributes(live)
        start = self._pending
        self._write_line(f"if {test}:")
        self._pending = [*start, marker or f' {MARKER}=""', ">"]
        self._add_static(html)
        self._append("    ")
        self._write_line("else:")
        self._pending = [*start, marker or ("{row}" if is_root else ""), ">"]
        self._append("    ")
        self._write_line(f"    {self._blocks(run)}")

    def _evaluate(self, run: Run) -> tuple[str, list[str]]:
        """Writes what evaluates a run; returns what tells whether all of it is text, and the parts of its markup."""
        self._live += 1
        html: list[str] = []
        tests: list[str] = []
        for index, (part, live) in enumerate(zip(run.html, run.live, strict=True)):
            if not live:
                html.append(part)
                continue
            self._evaluated += 1
            value, text = f"a{self._evaluated}", f"b{self._evaluated}"
            self._write_line(f"{value} = {self._use(part)}()")
            self._write_line(f"{text} = live_text({value})")
            tests.append(f"{text} is not None")
            run.html[index] = value
            html.append(f"{{{text}}}")
        return " and ".join(tests), html

    def _blocks(self, run: Run) -> str:
        parts = zip(run.raw, run.html, run.live, strict=True)
        raw = [self._use(name) if name.isidentifier() else name for name in run.raw]
        values = [value if live else raw for raw, value, live in parts]
        return f"yield from blocks(({', '.join(raw)},), [{', '.join(values)}], {run.followed})"


def _event(hole: HandlerHole) -> str:
    """Returns the type of the event that tells of a change of a bound control."""
    return "change" if hole.name == "bind_checked" else "input"
