import Foundation

/// A hostile program in Python, and what it is let loose on.
enum PythonProbe {
  /// Tries everything, and prints a word for what it could do.
  static let text = """
    import os, resource, socket, subprocess, sys, threading
    canary, port, grader, own = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]

    def attempt(word, deed):
        try:
            if deed() is not False:
                print(word, flush=True)
        except (OSError, ValueError):
            pass

    def forks():
        if os.fork() == 0:
            os._exit(0)

    attempt("reads", lambda: open(canary).read())
    attempt("lists", lambda: os.listdir(os.path.dirname(canary)))
    attempt("passwords", lambda: open("/etc/passwd").read())
    attempt("writes", lambda: open(canary, "a"))
    attempt("creates", lambda: open(canary + ".new", "w"))
    attempt("changes", lambda: os.chmod(canary, 0o600))
    attempt("changes itself", lambda: open(own, "a"))
    attempt("packages", lambda: open(os.path.join(os.path.dirname(os.__file__), "new.py"), "w"))
    attempt("connects", lambda: socket.create_connection(("127.0.0.1", port)))
    attempt("datagrams", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    attempt("forks", forks)
    attempt("starts", lambda: subprocess.call(["/bin/true"]))
    attempt("signals", lambda: os.kill(grader, 0))
    attempt("signals all", lambda: os.kill(-1, 0))
    attempt("spies", lambda: "CANARY" in "".join(os.environ))
    attempt("looks", lambda: open("/proc/%d/environ" % grader).read())

    attempt("raises", lambda: resource.setrlimit(resource.RLIMIT_DATA, (-1, -1)))
    for number in range(5, 64):
        attempt("holds %d" % number, lambda: os.fstat(number))

    import numpy as np
    np.random.seed(231)
    x = np.random.randn(60, 60)
    found = []
    threads = [threading.Thread(target=lambda: found.append(np.linalg.inv(x))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    np.save("own.npy", x)
    if len(found) == 4 and np.array_equal(np.load("own.npy"), x):
        print("works")
    """

  /// A port of the loopback interface, chosen by the system, on which we listen.
  final class Listener {
    private let descriptor: Int32
    let port: UInt16

    init?() {
      descriptor = socket(AF_INET, numericCast(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let number = descriptor
      let isListening = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(number, $0, size) == 0 && listen(number, 4) == 0
            && getsockname(number, $0, &size) == 0
        }
      }
      port = UInt16(bigEndian: address.sin_port)
      if !isListening {
        close(descriptor)
        return nil
      }
    }

    deinit { close(descriptor) }
  }
}
