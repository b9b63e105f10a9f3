"""Forks workers that have NumPy already, each of which confines itself before it meets a student.

    python3 -s -B -X utf8 zygote.py

It reads orders from descriptor 3, as frames of the worker's protocol whose metadata hold

    words              what the worker is told, a line each, as on its own command line
    scratch            its own folder, in which the pipes `1`, `2`, `3` and `4` wait to be opened
    grader             the number of the process that is to be its parent
    limits             the trampoline's options for its limits
    confinement        what `Trampoline --print` said, or nothing

and answers each on descriptor 4 with `forked` and the number of the worker's process, then, once the
grader has said `go`, with `ready`, or with `failure` and a description. Before the first it says
`hello`, with NumPy's version and the folders of the libraries that are in memory by then. Nothing of
a student's is ever read in this process.
"""

import ctypes
import fcntl
import gc
import os
import resource
import struct
import sys
import time
import traceback

# NumPy imports its random part only when it is needed, which is in every worker.
import numpy
import numpy.random

import worker

libc = ctypes.CDLL(None, use_errno=True)
IS_ARM = os.uname().machine in ("aarch64", "arm64")
SECCOMP, CAPSET = (277, 91) if IS_ARM else (317, 126)
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
UNKNOWN_PROCESS = 0xFFFFFFFF
LIMITS = {
    "--cpu": resource.RLIMIT_CPU, "--data": resource.RLIMIT_DATA,
    "--address-space": resource.RLIMIT_AS, "--file-size": resource.RLIMIT_FSIZE,
    "--stack": resource.RLIMIT_STACK, "--open-files": resource.RLIMIT_NOFILE,
}


def main():
    worker.np = numpy
    # What is never freed is never written to either, so that workers go on sharing it.
    gc.collect()
    gc.freeze()
    worker.write_frame({
        "kind": "hello", "version": str(worker.VERSION), "contract": "zygote",
        "numpy": numpy.__version__, "libraries": "\n".join(libraries()),
    }, {})
    while True:
        frame = worker.read_frame()
        if frame is None:
            os._exit(0)
        fork_worker(frame[0])


def libraries():
    """The folders of all that is loaded, where the system tells."""
    try:
        with open("/proc/self/maps") as maps:
            names = {line.split(None, 5)[-1].strip() for line in maps if ".so" in line}
    except OSError:
        return []
    return sorted({
        os.path.dirname(os.path.realpath(name)) for name in names if name.startswith("/")})


def fork_worker(order):
    """Forks twice: an orphan becomes the child of the grader, which alone watches over it."""
    for word in order["words"].split("\n"):
        if word.endswith("plugin.py"):
            worker.plugin_code(word)
    words, status = os.pipe()
    gate, opener = os.pipe()
    between = os.fork()
    if between == 0:
        os.close(words)
        os.close(opener)
        number = os.fork()
        if number == 0:
            become_worker(order, status)
        os.write(status, b"%d\n" % number)
        os.read(gate, 1)
        os._exit(0)
    os.close(status)
    os.close(gate)
    with os.fdopen(words, "rb") as words:
        number = words.readline().decode().strip()
        worker.write_frame({"kind": "forked", "process": number}, {})
        # The grader has to know its new child before it gets it.
        awaited = worker.read_frame()
        os.close(opener)
        os.waitpid(between, 0)
        rest = words.read().decode("utf-8", "replace")
    if awaited is None:
        os._exit(0)
    if rest == "+":
        worker.write_frame({"kind": "ready"}, {})
    else:
        worker.write_frame({"kind": "failure", "description": rest or "it ended at once"}, {})


def become_worker(order, status):
    """Turns this process into a worker; only ever ends in `os._exit`."""
    try:
        status = fcntl.fcntl(status, fcntl.F_DUPFD_CLOEXEC, 20)
        os.setsid()
        await_parent(int(order["grader"]))
        open_pipes(order["scratch"], status)
        os.chdir(order["scratch"])
        os.environ["HOME"] = os.environ["TMPDIR"] = order["scratch"]
        set_limits(order["limits"].split())
        require(libc.prctl(1, 9, 0, 0, 0), "ask to die with the grader")
        if os.getppid() != int(order["grader"]):
            raise OSError("the grader is gone")
        if order["confinement"]:
            confine(order["confinement"].split("\n"))
        sys.path.pop(0)  # The folder of this file holds nothing that a student may import.
    except BaseException as error:
        os.write(status, str(error).encode())
        os._exit(97)
    os.write(status, b"+")
    os.close(status)
    try:
        worker.run(order["words"].split("\n"))
        sys.stdout.flush()
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def await_parent(grader):
    deadline = time.monotonic() + 5
    while os.getppid() != grader:
        if time.monotonic() > deadline:
            raise OSError("orphans do not come to the grader")
        time.sleep(0.0002)


def open_pipes(folder, status):
    paths = [os.path.join(folder, str(number)) for number in range(1, 5)]
    ends = [os.open(os.devnull, os.O_RDONLY)] + [
        os.open(path, os.O_RDONLY if path.endswith("3") else os.O_WRONLY) for path in paths]
    # Out of the way first: some of them have the numbers that others shall get.
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for number, end in enumerate(ends):
        os.dup2(end, number)
    for path in paths:
        os.unlink(path)
    os.closerange(5, status)
    os.closerange(status + 1, 1024)


def set_limits(options):
    for name, value in zip(options[::2], options[1::2]):
        soft = int(value)
        # One second between SIGXCPU and SIGKILL, so that the former can be told from other ends.
        lower(LIMITS[name], soft, soft + 1 if name == "--cpu" else soft)
    for never in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK):
        lower(never, 0, 0)


def lower(limit, soft, hard):
    highest = resource.getrlimit(limit)[1]
    if highest != resource.RLIM_INFINITY:
        soft, hard = min(soft, highest), min(hard, highest)
    resource.setrlimit(limit, (soft, hard))


def confine(lines):
    """Gives up root's capabilities, all files but those of the rules, and the calls of the filter."""
    header = struct.pack("<Ii", 0x20080522, 0)
    require(libc.syscall(CAPSET, header, bytes(24)), "give up capabilities")
    require(libc.prctl(38, 1, 0, 0, 0), "promise never to gain privileges")
    rules = None
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "ruleset":
            attributes = struct.pack("<QQQ", *map(int, rest.split()))
            rules = require(libc.syscall(LANDLOCK_CREATE, attributes, 24, 0), "use Landlock")
        elif kind == "rule":
            rights, _, path = rest.partition(" ")
            file = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rule = struct.pack("<Qi", int(rights), file)
            require(libc.syscall(LANDLOCK_ADD, rules, 1, rule, 0), "permit " + path)
            os.close(file)
        elif kind == "filter":
            require(libc.syscall(LANDLOCK_RESTRICT, rules, 0), "enter Landlock")
            os.close(rules)
            filter_calls(bytes.fromhex(rest))


def filter_calls(program):
    instructions = [
        (code, true, false, os.getpid() if operand == UNKNOWN_PROCESS else operand)
        for code, true, false, operand in struct.iter_unpack("<HBBI", program)
    ]
    code = ctypes.create_string_buffer(
        b"".join(struct.pack("<HBBI", *instruction) for instruction in instructions))
    description = struct.pack("@HP", len(instructions), ctypes.addressof(code))
    require(libc.syscall(SECCOMP, 1, 0, description), "filter calls")


def require(result, step):
    if result < 0:
        raise OSError("cannot %s: %s" % (step, os.strerror(ctypes.get_errno())))
    return result


if __name__ == "__main__":
    main()
