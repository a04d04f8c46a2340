"""A real SMTP server for tests: every message becomes a file, its envelope a header.

smtp.py FOLDER prints "ready PORT". While the folder holds a file named "refuse", recipients
get the answer written in it, for example "451 4.3.0 try later".
"""
import asyncio
import itertools
import os
import sys

from aiosmtpd.smtp import SMTP

folder = sys.argv[1]
numbers = itertools.count(1)


class Postbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        refuse = os.path.join(folder, "refuse")
        if os.path.exists(refuse):
            with open(refuse, encoding="utf-8") as answer:
                return answer.read().strip()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = os.path.join(folder, f"{next(numbers):06}.eml")
        head = f"X-Mail-From: {envelope.mail_from}\r\nX-Rcpt-To: {', '.join(envelope.rcpt_tos)}\r\n"
        with open(name + ".part", "wb") as file:
            file.write(head.encode("utf-8") + envelope.content)
        os.rename(name + ".part", name)
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Postbox(), enable_SMTPUTF8=True, hostname="localhost", loop=loop), "127.0.0.1", 0)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
