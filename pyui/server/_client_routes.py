"""What the browser has to know of the server's route table to go from page to page by itself."""

from pyui.server._server_route import RenderMode
from pyui.server._server_table import JoinedRoute, ServerTable

type ClientRoutes = dict[str, list[int]]


def client_routes(table: ServerTable) -> ClientRoutes:
    """Returns the indexes, in the order of the route table, of the routes that are not shown without asking the server.

    Indexes, because they tell nothing of the server's table, are exact, and take a few bytes of each payload where
    patterns would take some hundred. To ask for the data of every page would cost a request where there is none.

    Args:
        table: the joined route tables.

    Returns:
        `data`: routes whose data is loaded first: those with a loader, and those rendered for each request, because
        their components may look at the request. `reload`: routes that the browser has to load as a whole, because
        their pages have a status that says more than that they are there, or never have a script.
    """
    pages = [(index, entry) for index, entry in enumerate(table.entries) if not entry.is_redirect]
    reload = [index for index, entry in pages if _is_loaded_whole(entry)]
    data = [index for index, entry in pages if index not in reload and _has_data(entry)]
    return {"data": data, "reload": reload}


def _is_loaded_whole(entry: JoinedRoute) -> bool:
    return entry.status != 200 or entry.server_route.hydrate == "never"


def _has_data(entry: JoinedRoute) -> bool:
    return entry.server_route.loader is not None or entry.server_route.mode is RenderMode.SERVER
