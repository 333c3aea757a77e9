"""The table of contents. It ships: the routes and the sidebar are made of it."""

from typing import NamedTuple


class Page(NamedTuple):
    """A page made of a Markdown file.

    Args:
        slug: the path of the page, and of its file below `docs/` without `.md`.
        title: what the sidebar and the document call it.
        group: the heading in the sidebar.
    """

    slug: str
    title: str
    group: str

    @property
    def path(self) -> str:
        """The path of the page in the app."""
        return f"/{self.slug}"


PAGES = (
    Page("getting-started", "Getting started", "Guide"),
    Page("components", "Components and elements", "Guide"),
    Page("template-strings", "Template strings", "Guide"),
    Page("reactivity", "Reactivity", "Guide"),
    Page("flow", "Flow", "Guide"),
    Page("long-lists", "Long lists", "Guide"),
    Page("routing", "Routing", "Guide"),
    Page("navigation", "Navigation", "Guide"),
    Page("data", "Data", "Guide"),
    Page("head", "Head", "Guide"),
    Page("modes", "Modes", "Running"),
    Page("modes/server", "SERVER", "Running"),
    Page("modes/prerender", "PRERENDER", "Running"),
    Page("modes/client", "CLIENT", "Running"),
    Page("server", "The server", "Running"),
    Page("static-build", "Builds", "Running"),
    Page("client-packages", "Client packages", "Running"),
    Page("deployment", "Deployment", "Running"),
    Page("hydration", "Hydration", "Running"),
    Page("islands", "Islands", "Running"),
    Page("testing", "Testing", "Running"),
    Page("hydration-families", "Families of hydration bugs", "Running"),
    Page("cli", "Command line", "Running"),
    Page("performance", "Performance", "Running"),
    Page("errors", "Errors", "Reference"),
    Page("dependencies", "Dependencies", "Reference"),
    Page("design/architecture", "Architecture", "Design"),
    Page("design/rendering", "Rendering", "Design"),
    Page("design/templates", "Compiled templates", "Design"),
    Page("design/updates", "How updates travel", "Design"),
    Page("design/scheduling", "Scheduling", "Design"),
    Page("design/hybrid", "Hybrid rendering", "Design"),
    Page("design/replay", "Capture and replay", "Design"),
    Page("design/boot", "Starting Python", "Design"),
)
