"""Small pieces of WordprocessingML, made with lxml alone so that a thousand rows cost what their XML costs."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from exporters.punctuation import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""lxml ships no types."""


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of the w: namespace."""
    return f"{{{W}}}{name}"


def make(parent: Element, name: str, /, **attributes: object) -> Element:
    """A new last child with w: attributes; False and None leave an attribute out."""
    element = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        if value is not None and value is not False:
            element.set(w(key), str(value))
    return element


def new(name: str) -> Element:
    """A w: element that stands alone for now."""
    return etree.Element(w(name), nsmap={"w": W})


def put_text(run: Element, text: str) -> None:
    """Puts the text, without what XML cannot hold, at the end of a run, with a line break for each newline."""
    for i, line in enumerate(clean(text).split("\n")):
        if i:
            etree.SubElement(run, w("br"))
        if line:
            element = etree.SubElement(run, w("t"))
            element.text = line
            if line[0] == " " or line[-1] == " " or "  " in line:
                element.set(_XML_SPACE, "preserve")


def twips(centimetres: float) -> int:
    """Twentieths of a point."""
    return round(centimetres * 1440 / 2.54)
