"""Signing in and out, by forms that work without a script. It stays on the server.

A cookie holds the name and nothing else: who invents one is greeted by another name, and gets no further.
"""

from typing import Annotated
from urllib.parse import parse_qs, quote, unquote

from fastapi import APIRouter, Depends, Header, HTTPException, Request
from fastapi.responses import RedirectResponse

from examples.shop.pages.profile import DELIVERY_COOKIE
from pyui import redirect

USER_COOKIE = "shop_user"
YEAR = 365 * 24 * 60 * 60

type Props = dict[str, object]


def signed_in(request: Request) -> str:
    """Returns the name of the visitor; empty where nobody is signed in."""
    return unquote(request.cookies.get(USER_COOKIE, ""), errors="replace").strip()[:40]


def local_path(text: str) -> str:
    """Returns the path to go to after signing in: the one that was asked for, unless it may lead to another site."""
    # Browsers take a second slash, and a backslash in its place, for the beginning of a host.
    is_path = text.startswith("/") and not text.startswith(("//", "/\\"))
    return text if is_path and text.isascii() and text.isprintable() and " " not in text else "/profile"


def load_profile(request: Request | None) -> Props:
    if request is None:
        return {}
    name = signed_in(request)
    if not name:
        redirect("/login?next=/profile")
    return {"name": name, "delivery": request.cookies.get(DELIVERY_COOKIE, "")}


def load_login(request: Request | None) -> Props:
    if request is None:
        redirect("/profile")  # a static host has nobody to ask
    if signed_in(request):
        redirect(local_path(request.query_params.get("next", "")))
    return {}


def refuse_other_sites(sec_fetch_site: Annotated[str, Header()] = "same-origin") -> None:
    """Refuses forms of other sites, which could sign visitors in and out."""
    if sec_fetch_site not in ("same-origin", "none"):
        raise HTTPException(403)


accounts = APIRouter(dependencies=[Depends(refuse_other_sites)])


@accounts.post("/login")
async def sign_in(request: Request) -> RedirectResponse:
    form = parse_qs((await request.body()).decode(errors="replace"))
    name, target = form.get("name", [""])[0].strip()[:40], local_path(form.get("next", [""])[0])
    if not name:
        return _see(request, f"/login?next={quote(target)}")
    answer = _see(request, target)
    secure = request.url.scheme == "https"
    answer.set_cookie(USER_COOKIE, quote(name), max_age=YEAR, httponly=True, secure=secure, samesite="lax")
    return answer


@accounts.post("/logout")
def sign_out(request: Request) -> RedirectResponse:
    answer = _see(request, "/")
    answer.delete_cookie(USER_COOKIE)
    return answer


def _see(request: Request, path: str) -> RedirectResponse:
    """Sends the browser to a path of the shop, by GET."""
    return RedirectResponse(request.scope.get("root_path", "") + path, 303, {"Cache-Control": "no-store"})
