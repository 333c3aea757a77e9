"""Escaping, in the form in which an HTML parser serialises it again. Runs on both sides.

Source: HTML standard, section 13.3 "Serializing HTML fragments", "escaping a string".
"""


def escape_text(text: str) -> str:
    """Escapes a string for use as text.

    A carriage return is written as a character reference because the parser would make a line feed of it; U+0000 cannot
    be in a document and becomes U+FFFD.

    Args:
        text: any string.

    Returns:
        Markup that a parser reads as that string.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if "\xa0" in text:
        text = text.replace("\xa0", "&nbsp;")
    return text


def escape_attribute(text: str) -> str:
    """Escapes a string for use between the double quotes of an attribute.

    Args:
        text: any string.

    Returns:
        Markup that a parser reads as that string.
    """
    if "&" in text or "<" in text or ">" in text or "\r" in text or "\0" in text or "\xa0" in text:
        text = escape_text(text)
    return text.replace('"', "&quot;") if '"' in text else text
