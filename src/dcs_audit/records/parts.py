"""What records are made of: documents, postings, terms, sendings."""

from typing import Annotated

from pydantic import Field

from dcs_audit.records.fields import Day, Many, Name, PostingVillages, Text, slug
from dcs_audit.records.slugs import Channel
from dcs_audit.records.unit import Part


class DocumentRef(Part):
    """A document by its number and the day it was issued."""

    number: Text = None
    date: Day = None


class Record(Part):
    """What every submitted record may carry besides its own facts."""

    id: Text = None
    note: Text = None
    evidence: Many[Name] = ()


class Posting(Part):
    """One way a content was made public. `until` is the last day; None means still posted."""

    channel: Annotated[Channel, slug(Channel, needed=True)]
    from_: Day = Field(None, alias="from")
    until: Day = None
    place: Text = None
    url: Text = None
    villages: PostingVillages = None


class Term(Part):
    """A board's term of office, first and last day; `until` None means open."""

    from_: Day = Field(None, alias="from")
    until: Day = None


class Sent(Part):
    """To whom a document was sent, and on which day."""

    to: Name
    on: Day = None


class Posted(Part):
    """How long a document was on display; `until` None means still."""

    from_: Day = Field(None, alias="from")
    until: Day = None
