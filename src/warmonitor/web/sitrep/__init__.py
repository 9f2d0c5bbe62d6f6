"""The situation report of a period and an area, made from the rows of the shelf."""
