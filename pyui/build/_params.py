"""The values for which a route with parameters is prerendered, one after the other."""

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Iterable, Mapping, Sequence
from typing import cast

from pyui.build._errors import PrerenderParamsError
from pyui.build._page_writer import Output
from pyui.build._path_text import fill_path
from pyui.server import ServerRoute
from pyui.server._server_table import JoinedRoute
from pyui.server._source_line import with_line

type Values = dict[str, object]


async def prerender_paths(entry: JoinedRoute, output: Output) -> AsyncGenerator[str]:
    """Yields the paths for which a route with parameters is prerendered, percent-encoded, without keeping them.

    Args:
        entry: the route.
        output: for whom the pages are. A `prerender_params` function that has an argument of that name is told.

    Raises:
        PrerenderParamsError: a `prerender_params` function gave something else than the route's parameters.
        Exception: whatever such a function raises.
    """
    source = entry.sources[-1]
    told: Values = {} if "output" in entry.names else {"output": output}
    async for values in _combine(entry.sources, frozenset(entry.names), told):
        _check_names(entry, source, values)
        try:
            yield fill_path(entry.segments, values)
        except ValueError as error:
            fix = f"The values must fit to {entry.pattern}."
            raise _error(source, f"gave {values!r}: {error}.", fix) from None


async def _combine(sources: Sequence[ServerRoute], names: frozenset[str], told: Values) -> AsyncIterator[Values]:
    """Yields the values of the last source, combined with those of the sources above where it leaves some open."""
    *above, last = sources
    if not above:
        async for values in _values_of(last, {}, told):
            yield values
        return
    if not _accepted(last, dict.fromkeys(names)):
        complete = False
        async for values in _values_of(last, {}, told):
            if not complete and not names <= values.keys():
                break
            complete = True
            yield values
        if complete:
            return
    async for outer in _combine(above, names, told):
        async for values in _values_of(last, outer, told):
            yield {**outer, **values}


async def _values_of(source: ServerRoute, given: Values, told: Values) -> AsyncIterator[Values]:
    function = source.prerender_params
    assert function is not None
    named = {name: value for name, value in told.items() if name in inspect.signature(function).parameters}
    result: object = function(**_accepted(source, given), **named)
    if isinstance(result, Awaitable):
        result = await cast("Awaitable[object]", result)
    if isinstance(result, AsyncIterable):
        async for values in cast("AsyncIterable[object]", result):
            yield _checked(source, values)
    elif isinstance(result, Iterable) and not isinstance(result, (str, Mapping)):
        for values in cast("Iterable[object]", result):
            yield _checked(source, values)
    else:
        fix = "Return a list of dicts, or yield dicts."
        raise _error(source, f"returned {result!r}.", fix)


def _accepted(source: ServerRoute, values: Mapping[str, object]) -> Values:
    assert source.prerender_params is not None
    parameters = inspect.signature(source.prerender_params).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return dict(values)
    return {parameter.name: values[parameter.name] for parameter in parameters if parameter.name in values}


def _checked(source: ServerRoute, values: object) -> Values:
    if not isinstance(values, Mapping):
        raise _error(source, f"gave {values!r}, which is no dict.", 'Give dicts such as {"id": 1}.')
    return dict(cast("Mapping[str, object]", values))


def _check_names(entry: JoinedRoute, source: ServerRoute, values: Values) -> None:
    missing = [name for name in entry.names if name not in values]
    unknown = [name for name in values if name not in entry.names]
    if missing or unknown:
        what = f"misses {', '.join(map(repr, missing))}" if missing else f"has {', '.join(map(repr, unknown))} too much"
        fix = f"{entry.pattern} has the parameters {', '.join(entry.names)}."
        raise _error(source, f"gave {values!r}, which {what}.", fix)


def _error(source: ServerRoute, what: str, fix: str) -> PrerenderParamsError:
    text = with_line(f'The prerender_params of "{source.path}" {what}', source.where)
    return PrerenderParamsError(text, fix, where=source.where)
