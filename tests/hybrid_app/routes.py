"""Route tables of hybrid apps. They ship."""

from pyui import Route
from tests.hybrid_app.pages import About, Counter, Editor, Live, Lost, Post, Profile, Show

POST = "/post/{id:int}/{rest:path}"

canonical = [
    Route("/about", About, title="About"),
    Route("/profile", Profile),
    Route("/editor/{id}", Editor),
    Route(POST, Post, title=lambda id, rest: f"Post {id}"),  # noqa: A006 - the name of the parameter
    Route("/old", redirect_to="/about"),
    Route("/older/{id:int}", redirect_to="/post/{id}/x"),
    Route("/**", Lost),
]

client = [Route("/editor/{id}", Show), Route("/a/{id}", Show)]

live = [Route("/", Live)]

counters = [Route("/count/{start:int}", Counter), Route("/listed/{start:int}", Counter)]

late = [Route("/about", About), Route("/live", Live)]
