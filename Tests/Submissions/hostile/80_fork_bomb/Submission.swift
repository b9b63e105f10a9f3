// 80_fork_bomb: starts copies of itself without end.
// Must be: crashed, timedOut, passed, failed, exitedEarly
// Must not exist afterwards: a process
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var process: pid_t = 0
    while true {
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/proc/self/exe"), nil]
      posix_spawn(&process, "/proc/self/exe", nil, nil, &arguments, nil)
    }
  }
}
