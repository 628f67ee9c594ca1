"""Label Studio, both ways: what goes there, what comes back, and a server of one's own."""

from workbench.sync.address import Address, parse_address
from workbench.sync.entries import WHY, Count, Entry
from workbench.sync.link import Settings
from workbench.sync.plan import Plan, read_plan
from workbench.sync.remote import Remote
from workbench.sync.sync import Remark, Sync, SyncReport, SyncStatus, Unfinished
from workbench.sync.token import Token, find_token

__all__ = [
    "WHY",
    "Address",
    "Count",
    "Entry",
    "Plan",
    "Remark",
    "Remote",
    "Settings",
    "Sync",
    "SyncReport",
    "SyncStatus",
    "Token",
    "Unfinished",
    "find_token",
    "parse_address",
    "read_plan",
]
