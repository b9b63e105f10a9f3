// 84_exec_shell: runs a shell, which touches a file.
// Must be: passed
// Must not exist afterwards: the file
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var process: pid_t = 0
    let words = ["/bin/sh", "-c", "touch /canary/touched"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    posix_spawn(&process, "/bin/sh", nil, nil, &arguments, nil)
    if let pipe = popen("touch /canary/touched", "r") { pclose(pipe) }
    return z.maximum(0)
  }
}
