"""Runs commands in turn, several rounds of them, and keeps what each took.

turns.py FILE ROUNDS [--busy] [--prepare COMMAND] NAME COMMAND [NAME COMMAND ...]

A command is words with quotes as a shell reads them, started without one. FILE gets a JSON object: under each name
the medians of wall and CPU time in seconds, and the peak memory in KiB. --busy keeps one core busy with another
process meanwhile; --prepare runs before every command, outside its time.
"""

import json
import os
import shlex
import statistics
import subprocess
import sys
import time

def start(words, said):
    """Runs a program to its end, and returns its wall and CPU time; what it says on standard error goes to a file."""
    streams = [
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    begun = time.perf_counter()
    process = os.posix_spawnp(words[0], words, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    if status:
        with open(said, encoding="utf-8", errors="replace") as text:
            sys.stderr.write(text.read()[-2000:])
        sys.exit(f"turns.py: galat: {shlex.join(words)} berakhir dengan {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime


def peak(words, file, said):
    """The peak memory of a program in KiB; a small program starts it, since a child counts what its parent has."""
    start(["/usr/bin/time", "-o", file, "-f", "%M"] + words, said)
    with open(file, encoding="ascii") as text:
        return int(text.read().split()[-1])


def main(file, rounds, *rest):
    rest = list(rest)
    said = file + ".ucapan"
    busy = None
    prepare = None
    while rest[0].startswith("--"):
        option = rest.pop(0)
        if option == "--busy":
            busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
        elif option == "--prepare":
            prepare = shlex.split(rest.pop(0))
        else:
            sys.exit(f"turns.py: galat: '{option}' tidak dikenal")
    commands = [(name, shlex.split(command)) for name, command in zip(rest[::2], rest[1::2], strict=True)]
    took = {name: [] for name, _ in commands}
    memory = {}
    try:
        for name, words in commands:  # the first run of each brings its files into memory
            if prepare:
                start(prepare, said)
            memory[name] = peak(words, file + ".memori", said)
        for _ in range(int(rounds)):
            for name, words in commands:
                if prepare:
                    start(prepare, said)
                took[name].append(start(words, said))
    finally:
        if busy:
            busy.kill()
    result = {}
    for name, times in took.items():
        wall, cpu = (statistics.median(column) for column in zip(*times))
        spread = max(wall for wall, _ in times) / min(wall for wall, _ in times)
        result[name] = {"wall": wall, "cpu": cpu, "memory": memory[name]}
        first = result[commands[0][0]]
        print(
            f"  {name:<28} {wall * 1000:10.1f} ms   CPU {cpu * 1000:10.1f} ms   {memory[name] / 1024:7.1f} MiB"
            f"   {first['wall'] / wall:6.2f} x   (paling lama {spread:.2f} x paling singkat)"
        )
    with open(file, "w", encoding="ascii") as text:
        json.dump(result, text)


main(*sys.argv[1:])
