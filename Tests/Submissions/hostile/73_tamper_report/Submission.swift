// 73_tamper_report: rewrites, empties and removes the report.
// Must be: passed
// Must not exist afterwards: a report that changed
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let report = "/canary/report.json"
    try? Data("{\"result\":\"pass\"}".utf8).write(to: URL(fileURLWithPath: report))
    truncate(report, 0)
    unlink(report)
    symlink("/etc/passwd", report)
    chmod("/canary", 0)
    return z.maximum(0)
  }
}
