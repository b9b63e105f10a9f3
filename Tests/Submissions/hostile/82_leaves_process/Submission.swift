// 82_leaves_process: leaves a process behind that would write later.
// Must be: passed
// Must not exist afterwards: a process, and the file that it would have written

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var process: pid_t = 0
    let script = "sleep 5; echo late > /canary/late"
    for words in [["/bin/sh", "-c", script], ["/usr/bin/setsid", "/bin/sh", "-c", script]] {
      var arguments = words.map { strdup($0) } + [nil]
      posix_spawn(&process, words[0], nil, nil, &arguments, nil)
    }
    return z.maximum(0)
  }
}
