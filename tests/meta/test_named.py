# SPDX-License-Identifier: MIT
"""The helper that finds unnamed widgets knows a name from what only looks like one."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton, QSpinBox, QToolButton, QWidget

from tests.helpers.named import unnamed


def test_a_name_is_told_from_a_tooltip_and_a_placeholder(qtbot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    QLineEdit(top, objectName="search", placeholderText="Search events")
    QToolButton(top, objectName="star", toolTip="Star")
    QListView(top, objectName="list")
    assert unnamed(top) == [
        "QLineEdit 'search' in QWidget",
        "QToolButton 'star' in QWidget",
        "QListView 'list' in QWidget",
    ]
    for child, name in zip(top.children(), ("Search events", "Star", "Events"), strict=True):
        child.setAccessibleName(name)
    assert unnamed(top) == []


def test_texts_buddies_and_qts_own_parts_need_no_further_name(qtbot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    QPushButton("Add", top)
    title = QLineEdit(top)
    QLabel("Title", top).setBuddy(title)
    for field in (QComboBox(top), QSpinBox(top)):
        field.setAccessibleName("Year")
    assert unnamed(top) == []
