"""A Label Studio server of one's own: installed apart, reached by this machine alone."""

from workbench.sync.server.account import Account, make_account
from workbench.sync.server.installation import VERSION, install_server
from workbench.sync.server.process import Server, start_server

__all__ = ["VERSION", "Account", "Server", "install_server", "make_account", "start_server"]
