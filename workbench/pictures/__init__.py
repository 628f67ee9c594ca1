"""Pictures of annotations: records are counted into tables, and tables are drawn."""

from workbench.pictures.picture import Picture
from workbench.pictures.tables import Table

__all__ = ["Picture", "Table"]
