"""A reader without a browser: speaks Streamlit's own protocol, so that one program can be fifty readers."""

import asyncio
import time
import urllib.request

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S = 30
LARGEST = 64 * 2**20


class Reader:
    """One reader on one page: knows the design filter, the address, and what the server need not send again."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.query = ""
        self.filter_id = ""
        self.designs: list[str] = []
        self.known: set[str] = set()

    async def open(self) -> None:
        """Load the page and wait for the first run of the script. Raises OSError, TimeoutError or ScriptError."""
        with await asyncio.to_thread(urllib.request.urlopen, self.address, timeout=PATIENCE_S) as page:
            cookies = [value.split(";")[0] for name, value in page.getheaders() if name.lower() == "set-cookie"]
        self.line: ClientConnection = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],
            additional_headers={"Cookie": "; ".join(cookies)},
            origin=self.address,
            max_size=LARGEST,
        )
        await self._run(None)

    async def click(self, designs: list[str]) -> float:
        """Choose designs; seconds until the script has finished and all it drew is here. Raises as `open`."""
        start = time.perf_counter()
        await self._run(designs)
        return time.perf_counter() - start

    async def close(self) -> None:
        """Leave."""
        await self.line.close()

    async def _run(self, designs: list[str] | None) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.cached_message_hashes.extend(self.known)
        if designs is not None:
            state = asked.rerun_script.widget_states.widgets.add(id=self.filter_id)
            state.string_array_value.data.extend(designs)
        await self.line.send(asked.SerializeToString())
        self.known = set()
        async with asyncio.timeout(PATIENCE_S):
            while not self._finished(await self.line.recv()):
                pass

    def _finished(self, data: str | bytes) -> bool:
        """Take one message in; True when it was the last of a run."""
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self.known.add(message.ref_hash)
        elif message.metadata.cacheable:
            self.known.add(message.hash)
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._look_at(message.delta.new_element)
        if kind != "script_finished" or message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise ScriptError("the script did not finish")
        return True

    def _look_at(self, element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise ScriptError(element.exception.message)
        if kind == "button_group" and element.button_group.id.endswith("-design"):
            self.filter_id = element.button_group.id
            self.designs = [option.content for option in element.button_group.options]


class ScriptError(Exception):
    """The page showed an error."""
