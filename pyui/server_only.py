"""A module that says `import pyui.server_only` never ships: having it in the client bundle is a build error."""
