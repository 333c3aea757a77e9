"""Objects in the tree of a module that is compiled. Runs on the server."""

import ast


def at_place[N: ast.AST](node: N, place: ast.AST) -> N:
    """Gives a node that was made, with all nodes in it that have none, the place of another one."""
    return ast.fix_missing_locations(ast.copy_location(node, place))


class Constants:
    """Objects that the code of a module will hold as constants.

    `compile` takes no functions as constants, so a string stands for each until it is done.

    Args:
        token: what the strings begin with; nothing else in the module may.
    """

    def __init__(self, token: str) -> None:
        self._token = token
        self.objects: dict[str, object] = {}

    def give(self, key: str, value: object) -> None:
        """Tells the object of a key."""
        self.objects[self._token + key] = value

    def expression(self, key: str, at: ast.expr) -> ast.expr:
        """Makes the expression of a constant.

        Args:
            key: tells it from others.
            at: the node whose place it takes.
        """
        name = self._token + key
        # The condition is gone in the code. Without it, there would be a warning that a string cannot be called.
        choice = ast.IfExp(ast.Constant(True), ast.Constant(name), ast.Constant(None))
        return at_place(choice, at)
