# SPDX-License-Identifier: MIT
"""The only network code: one address is fetched when a person asks for it, and never otherwise.

Nothing is imported here, so that what an address looks like (`addresses`) can be known without QtNetwork; `getting`
brings that along and is imported where a fetch was asked for.
"""
