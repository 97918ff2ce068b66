"""Markup in what is returned, in what a service is asked, in the names of its functions and in its own lines."""
import asyncio

async def ｓｃｒｉｐｔ(): # <script>alert(1)</script> </code></pre><img src=x onerror=alert(1)>
    await asyncio.sleep(1)  # "><svg/onload=alert(1)>

async def fetch_all(fetch, ids):
    asyncio.get_running_loop().create_task(ｓｃｒｉｐｔ(), name="</title><script>alert(1)</script>")
    try:
        await fetch("<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    except Exception:
        pass
    await fetch("</text></svg><script>alert(1)</script>")
    return ["<script>alert(1)</script>", {"<b>": ("</li><iframe>", b"<b>")}, "\u2028<script>\u2029"]
