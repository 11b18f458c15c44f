# SPDX-License-Identifier: MIT
"""Propose topics while one is being added to an event: what similar events have, and what its page names."""

from PySide6.QtCore import QObject

from eqbrief.gui.detail.header import Header
from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store


class TopicSuggestions(QObject):
    """Answer a header that asks for topics to propose."""

    def __init__(self, header: Header, store: Store, jobs: Jobs) -> None:
        super().__init__(header)
        self._header, self._store, self._jobs = header, store, jobs
        header.topic_begun.connect(self._look)

    def _look(self, event_id: int) -> None:
        from eqbrief.tasks.topics import suggested_topics  # noqa: PLC0415 - not needed before the first frame

        job = self._jobs.ask("topics to propose", lambda: suggested_topics(self._store, event_id))
        job.done.connect(lambda found: self._header.propose(event_id, [(one.topic.name, one.reason) for one in found]))
