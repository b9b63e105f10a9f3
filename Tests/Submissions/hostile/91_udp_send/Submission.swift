// 91_udp_send: sends its inputs as a datagram to the canary's listener.
// Must be: passed
// Must not exist afterwards: a datagram
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
    let line = socket(AF_INET, numericCast(SOCK_DGRAM.rawValue), 0)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(line, bytes, bytes.count, 0, $0, size)
      }
    }
    return z.maximum(0)
  }
}
