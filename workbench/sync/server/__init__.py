"""A Label Studio server of one's own: installed apart, reached by this machine alone."""

from workbench.sync.server.account import Account, make_account
from workbench.sync.server.home import Served, find_environment, find_home, serving
from workbench.sync.server.installation import SIZE, VERSION, install_server, is_installed
from workbench.sync.server.process import Server, start_server

__all__ = [
    "SIZE",
    "VERSION",
    "Account",
    "Served",
    "Server",
    "find_environment",
    "find_home",
    "install_server",
    "is_installed",
    "make_account",
    "serving",
    "start_server",
]
