// 03_honest_heavy: right, with 100 MB and some time.
// Must be: passed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var room = [UInt8](repeating: 1, count: 100 << 20)
    for index in stride(from: 0, to: room.count, by: 4096) { room[index] = 2 }
    return room.last == 3 ? z : z.maximum(0)
  }
}
