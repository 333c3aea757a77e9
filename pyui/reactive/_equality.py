"""When a new value counts as the old one."""


def same(old: object, new: object) -> bool:
    """Tells whether two values are identical or equal; values that cannot be compared to a bool are not equal."""
    if old is new:
        return True
    try:
        return (old == new) is True
    except Exception:  # noqa: BLE001 - whatever a user's `==` does, a change must get through
        return False
